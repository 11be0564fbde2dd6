export { rank } from './areas.ts';
export { levelOf } from './level-of.ts';
export { type Decided, withoutRejected } from './rejected.ts';
