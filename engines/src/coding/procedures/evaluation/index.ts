export { evaluationLevel, type KnownOfVisit } from './evaluation-level.ts';
export { levelOf } from './level-of.ts';
