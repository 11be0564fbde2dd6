import { testRules } from '../../../../../test/ask-rules.ts';
import { respiratory } from './respiratory.test-data.ts';

testRules(respiratory);
