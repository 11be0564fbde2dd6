import { testRules } from '../../../../../test/ask-rules.ts';
import { mental } from './mental.test-data.ts';

testRules(mental);
