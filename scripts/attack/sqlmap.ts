import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkedRequest } from './marked-request.ts';

/** What sqlmap says of one request; `not-attacked` when it ended without a verdict. */
export type Verdict =
  | { kind: 'clean' }
  | { kind: 'injectable'; points: string[] }
  | { kind: 'not-attacked'; printed: string };

const settings = [
  // Level 1 changes every marked place; the techniques are all that need no second request.
  ...['--batch', '--ignore-stdin', '--level=1', '--risk=1', '--technique=BEUST', '--dbms=PostgreSQL'],
  // A refusal is an answer like others: the attack goes on.
  ...['--ignore-code=400,401,403,404,409,413,415,422,429', '--answers=quit=N', '--skip-waf'],
  ...['--time-sec=2', '--timeout=30', '--retries=1', '--flush-session', '--disable-coloring'],
];

/** Milliseconds after which an attack on one request counts as none. */
const longest = 15 * 60_000;

/** The version of sqlmap; undefined where there is none. */
export function sqlmapVersion(): string | undefined {
  const { stdout, status } = spawnSync('sqlmap', ['--version', '--disable-coloring'], { encoding: 'utf8' });
  return status === 0 ? /^[\d.]+/.exec(stdout.trim())?.[0] : undefined;
}

let requests = 0;

/** Lets sqlmap attack the marked places of a request. Everything it stores goes into the folder. */
export async function attack({ text }: MarkedRequest, folder: string): Promise<Verdict> {
  requests += 1;
  const file = join(folder, `request-${requests}.txt`);
  writeFileSync(file, text);
  const child = spawn('sqlmap', ['-r', file, '--output-dir', join(folder, `of-${requests}`), ...settings], {
    env: { ...process.env, HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longest,
  });
  let printed = '';
  const listen = (piece: Buffer) => {
    printed += piece.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  await new Promise((ended, failed) => child.once('close', ended).once('error', failed));
  return verdictOf(printed);
}

/**
 * Whatever once appeared injectable counts. sqlmap itself takes that back when longer payloads fail, and in a field of
 * 80 characters they always do: two of the planted faults would pass.
 */
export function verdictOf(printed: string): Verdict {
  const points = [
    ...printed.matchAll(/parameter '([^']+)' (appears to be '.+' injectable|is '.+' injectable)/g),
  ];
  if (points.length > 0)
    return { kind: 'injectable', points: points.map(([, place, how]) => `${place} ${how}`) };
  if (printed.includes('all tested parameters do not appear to be injectable')) return { kind: 'clean' };
  return { kind: 'not-attacked', printed: printed.slice(-1500) };
}
