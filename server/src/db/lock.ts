import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './start-error.ts';

/** What the process that holds a folder says of itself. `port` is that of its database, once it is up. */
export interface Holder {
  pid: number;
  since: string;
  port?: number;
}

export interface FolderLock {
  /** Tells those who ask which port the database listens on. */
  announce(port: number): void;
  release(): Promise<void>;
}

type Answer = Holder & { state: 'taking' | 'held' };

/**
 * Takes a folder for this process alone, until `release` or until the process dies.
 *
 * Each contender listens on a socket of its own in `folder/lock` and only then looks at the others: of two,
 * at least one sees the other. A socket that refuses connections has lost its process and is removed. So
 * nothing is ever stolen from a live process, even a stopped one, and nothing is left behind by a dead one,
 * in whichever container it ran. All contenders must be on one machine.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const sockets = join(folder, 'lock');
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const own = await listen(sockets);
    const others = await lookAround(sockets, own.name).catch(async (error) => {
      await own.close();
      throw error;
    });
    if (others.length === 0 && existsSync(join(sockets, own.name))) {
      own.answer.state = 'held';
      const announce = (port: number) => {
        own.answer.port = port;
      };
      return { announce, release: own.close };
    }
    await own.close();
    const holder = others.find(({ state }) => state === 'held');
    if (holder) throw inUse(folder, holder);
    await sleep(20 + Math.random() * 180); // both were taking it: one will come back first
  }
  throw new StartError(
    `Another process keeps trying to use ${folder}. Stop it, or choose another --data folder.`,
  );
}

/** Who holds the folder, if anyone. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  const sockets = join(folder, 'lock');
  if (!existsSync(sockets)) return undefined;
  const answers = await Promise.all(readdirSync(sockets).map((name) => ask(sockets, name)));
  return answers.filter((answer) => typeof answer !== 'string').find(({ state }) => state === 'held');
}

function inUse(folder: string, { pid, since }: Holder): StartError {
  const who = pid ? `process ${pid}, since ${since}` : 'a process that does not answer';
  return new StartError(
    `${folder} is already in use by ${who}. Two programs on one data folder would ruin it: stop the ` +
      'other, or choose another folder with --data.',
  );
}

async function listen(sockets: string) {
  const name = randomBytes(6).toString('hex');
  const address = shorten(sockets, name);
  const answer: Answer = { state: 'taking', pid: process.pid, since: new Date().toISOString() };
  const server = net.createServer((socket) => {
    socket.on('error', () => {}); // whoever asked has gone; nothing is lost
    socket.end(JSON.stringify(answer));
  });
  await new Promise<void>((done, failed) => server.once('error', failed).listen(address.path, done));
  server.unref();
  const close = () =>
    new Promise<void>((done) =>
      server.close(() => {
        address.free();
        done();
      }),
    );
  return { name, answer, close };
}

/** What the others say. Removes the sockets of the dead; `lockFolder` alone may do that, being visible itself. */
async function lookAround(sockets: string, own: string): Promise<Answer[]> {
  const names = readdirSync(sockets).filter((name) => name !== own);
  const answers = await Promise.all(names.map((name) => ask(sockets, name)));
  for (const [index, name] of names.entries()) {
    if (answers[index] === 'dead') rmSync(join(sockets, name), { force: true });
  }
  return answers.filter((answer) => typeof answer !== 'string');
}

/** The answer of one socket; `dead` when nobody listens any more, `gone` when it closes as we look. */
function ask(sockets: string, name: string): Promise<Answer | 'dead' | 'gone'> {
  const address = shorten(sockets, name);
  return new Promise<Answer | 'dead' | 'gone'>((answered, failed) => {
    const busy: Answer = { state: 'held', pid: 0, since: '' };
    let text = '';
    const socket = net.connect(address.path);
    socket.setEncoding('utf8').setTimeout(2000, () => {
      socket.destroy();
      answered(busy); // it lives, and is stopped or hard at work
    });
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => answered(text ? JSON.parse(text) : busy));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') answered('dead');
      else if (error.code === 'ENOENT' || error.code === 'ECONNRESET') answered('gone');
      else failed(error);
    });
  }).finally(address.free);
}

/** Socket addresses hold some 100 bytes; Linux can name a folder more shortly by an open descriptor. */
function shorten(sockets: string, name: string): { path: string; free: () => void } {
  const path = join(sockets, name);
  if (Buffer.byteLength(path) <= 100) return { path, free: () => {} };
  if (process.platform !== 'linux') {
    throw new StartError(
      `The path ${sockets} is too long for this system. Choose a shorter one with --data.`,
    );
  }
  const folder = openSync(sockets, 'r');
  return { path: `/proc/self/fd/${folder}/${name}`, free: () => closeSync(folder) };
}
