import type { TestProject } from 'vitest/node';
import { startBroker } from './database-broker.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where `testDatabase()` asks for a database. */
    databaseBroker: string;
  }
}

export default async function setup({ provide }: TestProject) {
  const { socket, close } = await startBroker();
  provide('databaseBroker', socket);
  return close;
}
