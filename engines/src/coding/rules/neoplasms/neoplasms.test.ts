import { testRules } from '../../../../../test/ask-rules.ts';
import { neoplasms } from './neoplasms.test-data.ts';

testRules(neoplasms);
