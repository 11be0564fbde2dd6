import { testRules } from '../../../../../test/ask-rules.ts';
import { injuries } from './injuries.test-data.ts';

testRules(injuries);
