export { evaluationLevel, type KnownOfVisit } from './evaluation-level.ts';
