import { testRules } from '../../../../../test/ask-rules.ts';
import { skin } from './skin.test-data.ts';

testRules(skin);
