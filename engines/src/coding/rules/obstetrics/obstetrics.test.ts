import { testRules } from '../../../../../test/ask-rules.ts';
import { obstetrics } from './obstetrics.test-data.ts';

testRules(obstetrics);
