import { register } from 'tsx/esm/api';

register();
await import('./coding-thread.ts');
