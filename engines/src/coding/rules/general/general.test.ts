import { testRules } from '../../../../../test/ask-rules.ts';
import { general } from './general.test-data.ts';

testRules(general);
