export { rank } from './areas.ts';
export { levelOf } from './level-of.ts';
