import { testRules } from '../../../../../test/ask-rules.ts';
import { circulation } from './circulation.test-data.ts';

testRules(circulation);
