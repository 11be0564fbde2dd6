import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, commandAs } from './account.ts';
import type { Binaries } from './binaries.ts';
import { postmasterOf } from './leftovers.ts';
import { StartError } from './start-error.ts';

export interface Postmaster {
  port: number;
  /** Ends when the server has ended, for whatever reason, with the last lines of its log. */
  ended: Promise<string>;
  /** Disconnects everyone, writes everything down and ends; safe to call twice. */
  stop(): Promise<void>;
}

export interface PostmasterOptions {
  account: Account;
  binaries: Binaries;
  cluster: string;
  log: string;
  password: string;
  /** False trades safety for speed: for databases that are thrown away. */
  durable: boolean;
}

/**
 * Runs the server and asks it to stop (SIGINT: disconnect clients, write everything down) as soon as our
 * end of descriptor 3 closes. That happens when we say so and when this process dies in whatever way, so
 * no server is ever left behind.
 */
const watchdog = `
"$@" 3<&- & server=$!
( read -r nothing; kill -INT $server ) <&3 2>/dev/null & guard=$!
exec 3<&-
wait $server; status=$?
kill $guard 2>/dev/null
exit $status`;

/** Starts the server on a free port of 127.0.0.1 and returns when it answers. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const logStart = openLog(options.log);
    const postmaster = launch(options, port, logStart);
    const failure = await Promise.race([
      untilItAnswers(port, options.password, postmaster.ended),
      postmaster.ended,
    ]);
    if (failure === undefined) return postmaster;
    // Between our look and the server's start, somebody else may have taken the port.
    if (attempt < 3 && /could not bind|address already in use/i.test(failure)) continue;
    throw new StartError(`The database did not start. The last lines of ${options.log}:\n${failure}`);
  }
}

function launch(
  { account, binaries, cluster, log, durable }: PostmasterOptions,
  port: number,
  logStart: number,
) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // A patient's data must not reach the log: neither statements nor the row values in details.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = commandAs(account, join(binaries.folder, 'postgres'), ['-D', cluster, ...flags]);
  const output = openSync(log, 'a', 0o600);
  const child = spawn('/bin/sh', ['-c', watchdog, 'superbill-database', server.command, ...server.args], {
    ...server.options,
    detached: true, // so Ctrl-C in a terminal reaches us alone, and we stop the server when our work is done
    stdio: ['ignore', output, output, 'pipe'],
  });
  closeSync(output);
  const ended = endOf(child, () => readFileSync(log).subarray(logStart).toString('utf8').slice(-2000).trim());
  return { port, ended, stop: () => stop(child, cluster, ended) };
}

function endOf(child: ChildProcess, readLog: () => string): Promise<string> {
  return new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', () => done(readLog()));
  });
}

async function stop(child: ChildProcess, cluster: string, ended: Promise<string>): Promise<void> {
  const guard = child.stdio[3] as Writable;
  guard.on('error', () => {}); // the server has ended by itself and the pipe with it
  guard.end();
  // A stop that takes long is writing; one that takes this long hangs. Cut off, it recovers at the next start.
  const stuck = setTimeout(() => {
    const pid = postmasterOf(cluster);
    if (pid) process.kill(pid, 'SIGQUIT');
  }, 30_000);
  await ended;
  clearTimeout(stuck);
}

/** Resolves with nothing when a connection succeeds; keeps trying while the server recovers from a crash. */
async function untilItAnswers(port: number, password: string, ended: Promise<string>): Promise<undefined> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database: 'postgres',
    });
    client.on('error', () => {}); // the query below reports it
    try {
      await client.connect();
      return undefined;
    } catch {
      await sleep(20); // not listening yet, or still recovering; when it cannot start, it ends
    } finally {
      await client.end().catch(() => {});
    }
  }
  return undefined;
}

/** Opens the log for this start, empty again when it has grown past 10 MB; answers where this start begins. */
function openLog(log: string): number {
  closeSync(openSync(log, 'a', 0o600));
  if (statSync(log).size > 10_000_000) truncateSync(log);
  return statSync(log).size;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = net.createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? found(address.port) : failed()));
    });
  });
}
