import { testRules } from '../../../../../test/ask-rules.ts';
import { endocrine } from './endocrine.test-data.ts';

testRules(endocrine);
