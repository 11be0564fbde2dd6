import { testRules } from '../../../../../test/ask-rules.ts';
import { infections } from './infections.test-data.ts';

testRules(infections);
