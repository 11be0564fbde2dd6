import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromServer, Holds, Ready } from './messages.ts';

export interface ServerProcess {
  ready: Ready;
  holds(): Promise<Holds>;
  /** Stops it and says whether ledger, thread and audit trail are whole. */
  stop(): Promise<boolean>;
}

/** Starts the server under load for so many users. */
export async function startServer(users: number, visits: number): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [`${users}`, `${visits}`], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const { ready } = (await heard(child)) as { ready: Ready };
  const ask = async <T extends FromServer>(what: 'holds' | 'stop') => {
    const answer = heard(child);
    child.send(what);
    return (await answer) as T;
  };
  return {
    ready,
    holds: async () => (await ask<{ holds: Holds }>('holds')).holds,
    stop: async () => (await ask<{ whole: boolean }>('stop')).whole,
  };
}

function heard(child: ChildProcess): Promise<FromServer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server under load ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as FromServer);
    });
  });
}
