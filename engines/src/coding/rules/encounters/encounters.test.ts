import { testRules } from '../../../../../test/ask-rules.ts';
import { encounters } from './encounters.test-data.ts';

testRules(encounters);
