import { register } from 'tsx/esm/api';

register();
await import('./src/code-set-worker.ts');
