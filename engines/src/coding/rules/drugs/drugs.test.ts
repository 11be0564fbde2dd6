import { testRules } from '../../../../../test/ask-rules.ts';
import { drugs } from './drugs.test-data.ts';

testRules(drugs);
