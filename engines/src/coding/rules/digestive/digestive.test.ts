import { testRules } from '../../../../../test/ask-rules.ts';
import { digestive } from './digestive.test-data.ts';

testRules(digestive);
