import { testRules } from '../../../../../test/ask-rules.ts';
import { genitourinary } from './genitourinary.test-data.ts';

testRules(genitourinary);
