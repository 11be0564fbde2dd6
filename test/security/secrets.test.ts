import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSecretFiles } from '@superbill/server/doctor/secrets';
import { readSecretFiles, secretNames } from '@superbill/server/secrets';
import { afterAll, describe, expect, test } from 'vitest';
import { secretTyped } from '../../cli/src/secret-arguments.ts';

const folder = mkdtempSync(join(tmpdir(), 'superbill-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');

let files = 0;
function file(content: string, mode = 0o600): string {
  files += 1;
  const path = join(folder, `secret-${files}`);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

describe('a secret', () => {
  test.each(secretNames)('%s may stand in a file', (name) => {
    expect(readSecretFiles({ [`${name}_FILE`]: file('pink flamingo\n') })).toEqual({
      [name]: 'pink flamingo',
    });
  });

  test('in a file and in the environment too is refused by name', () => {
    const env = { DATABASE_URL: 'postgres://a:heron@b/c', DATABASE_URL_FILE: file('postgres://a:heron@b/c') };
    expect(() => readSecretFiles(env)).toThrow('DATABASE_URL and DATABASE_URL_FILE are both set');
    expect(() => readSecretFiles(env)).not.toThrow(/heron/);
  });

  test.each([
    ['is not there', () => join(folder, 'nowhere'), 'cannot be read (ENOENT)'],
    ['is a folder', () => folder, 'cannot be read (EISDIR)'],
    ['is empty', () => file(' \n'), 'which is empty'],
  ])('in a file that %s is refused with what to do', (_what, path, told) => {
    expect(() => readSecretFiles({ SUPERBILL_LLM_KEY_FILE: path() })).toThrow(told);
  });

  test('in no file is none', () => {
    expect(readSecretFiles({ SUPERBILL_KEYS: 'a', SUPERBILL_KEY_FILE: '/b' })).toEqual({});
  });

  test.each([
    [0o600, 'fine'],
    [0o400, 'fine'],
    [0o644, 'warning'],
    [0o640, 'warning'],
    [0o604, 'warning'],
  ])('in a file of mode %o is %s to the doctor', (mode, severity) => {
    const findings = checkSecretFiles({ env: { SUPERBILL_LLM_KEY_FILE: file('pink flamingo', mode) } });
    expect(findings).toMatchObject([{ check: 'secrets', severity }]);
    expect(JSON.stringify(findings)).not.toContain('flamingo');
  });
});

describe('a command line', () => {
  test.each([
    'DATABASE_URL=postgres://superbill@host/db',
    'SUPERBILL_KEYS=abc',
    'SUPERBILL_SMTP_URL=smtps://a:b@c',
    'superbill_llm_key=abc',
    '--database-url=postgres://superbill@host/db',
    '--password',
    '--passphrase=pink',
    '-password=pink',
    '--llm-key=abc',
    '--key=abc',
    '--token=abc',
    '--secret',
    'postgres://superbill:pink@host/db',
    '--url=postgresql://superbill:pink@host/db',
    'https://somebody:pink@publisher.example/codes.zip',
  ])('with %s is refused', (arg) => {
    const refusal = secretTyped(['start', arg]);
    expect(refusal).toContain('_FILE');
    expect(refusal).not.toMatch(/pink|abc|superbill@/);
  });

  test.each([
    [['backup', 'a.superbill', '--passphrase-file', '/run/secrets/passphrase']],
    [['codes', 'import', 'https://www.cms.gov/files/zip/2026-code.zip']],
    [['codes', 'import', 'https://www.cms.gov/a:b@c']],
    [['codes', 'search', 'key', 'in', 'throat: pain @ night']],
    [['keys', 'list', '--data', 'C:\\data']],
    [['user', 'invite', 'a@b.example', '--name', 'Ann Token']],
  ])('%j is not', (args) => expect(secretTyped(args)).toBeUndefined());
});

const program = resolve(fileURLToPath(import.meta.url), '../../../cli/superbill.mjs');
/** Runs the program as a person would, and gives everything it printed. */
function run(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ printed: string; code: number | null }> {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env.PATH ?? '',
      SUPERBILL_OFFLINE: '1',
      SUPERBILL_DATA: data,
      SUPERBILL_KEY_FILE: join(folder, 'keys'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const listen = (piece: Buffer) => {
    printed += piece.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((ended) => child.once('close', (code) => ended({ printed, code })));
}

describe('nothing that is printed or logged holds a secret', () => {
  const canary = `canary${randomBytes(12).toString('hex')}`;
  const spelled = [canary, Buffer.from(canary).toString('base64').slice(2, -4), canary.toUpperCase()];

  test('and one that is printed is seen', async () => {
    expect((await run(['codes', 'lookup', canary], {})).printed).toContain(canary);
  });

  const asFile = (text: string) => file(text, 0o644);
  const badDatabases = [
    `postgres://superbill:${canary}@127.0.0.1:1/superbill`,
    `postgres://superbill:${canary}@127.0.0.1:port/superbill`,
    `postgres://superbill:${canary}@[::bad/superbill`,
    `postgres://superbill:%${canary}@127.0.0.1:1/superbill`,
    canary,
  ];
  const badMail = [
    `smtps://superbill:${canary}@host:port`,
    canary,
    `smtp://superbill:%zz${canary}@127.0.0.1:1`,
  ];
  const env = (name: string, value: string) => ({ [name]: value });
  const runs: [args: string[], env: Record<string, string>][] = [
    ...badDatabases.map((url): [string[], Record<string, string>] => [
      ['start', '--port', '0', '--no-demo'],
      env('DATABASE_URL', url),
    ]),
    [['doctor'], env('DATABASE_URL', badDatabases[0] ?? '')],
    [['doctor', '--json'], env('DATABASE_URL_FILE', asFile(badDatabases[1] ?? ''))],
    ...badMail.map((url): [string[], Record<string, string>] => [
      ['doctor'],
      { SUPERBILL_SMTP_URL: url, SUPERBILL_MAIL_FROM: 'a@b.example' },
    ]),
    [
      ['start', '--port', '0', '--no-demo'],
      { SUPERBILL_SMTP_URL_FILE: asFile(badMail[0] ?? ''), SUPERBILL_MAIL_FROM: 'a@b.example' },
    ],
    [['start', '--port', '0', '--no-demo'], env('SUPERBILL_KEYS', canary)],
    [['start', '--port', '0', '--no-demo'], env('SUPERBILL_KEYS_FILE', asFile(canary))],
    [
      ['start', '--port', '0', '--no-demo'],
      { SUPERBILL_LLM_KEY: canary, SUPERBILL_LLM_URL: 'http://far.example/v1', SUPERBILL_LLM_MODEL: 'm' },
    ],
    [
      ['start', '--port', '0', '--no-demo'],
      { SUPERBILL_LLM_KEY: canary, SUPERBILL_LLM_KEY_FILE: asFile(canary) },
    ],
    [['keys', 'status'], env('SUPERBILL_KEYS', canary)],
    [['user', 'list'], env('DATABASE_URL', badDatabases[2] ?? '')],
    [['verify'], env('DATABASE_URL', badDatabases[0] ?? '')],
    [['backup', join(folder, 'b.superbill')], env('DATABASE_URL', badDatabases[0] ?? '')],
    [['restore', join(folder, 'nowhere.superbill')], env('DATABASE_URL', badDatabases[0] ?? '')],
    [['--help'], { DATABASE_URL: canary, DATABASE_URL_FILE: asFile(canary), SUPERBILL_KEYS: canary }],
    [['start', '--help'], { DATABASE_URL: canary, SUPERBILL_LLM_KEY: canary }],
    [['start', `--database-url=${badDatabases[0]}`], {}],
    [['start', `--smtp=smtps://superbill:${canary}@host`], {}],
    [['start', '--password', canary], {}],
    [['user', 'list', `SUPERBILL_KEYS=${canary}`], {}],
  ];

  test.each(
    runs.map(([args, settings]) => ({
      args,
      settings,
      what: `${args.slice(0, 2).join(' ')} with ${Object.keys(settings).join()}`.replace(canary, '…'),
    })),
  )(
    '$what',
    async ({ args, settings }) => {
      const { printed, code } = await run(args, settings);
      for (const spelling of spelled) expect(printed.includes(spelling), 'the secret is printed').toBe(false);
      expect(printed).not.toMatch(/^\s+at .*\.(?:ts|js):\d/m);
      expect(args.includes('--help') ? [0] : [1, 2]).toContain(code);
      for (const name of existsSync(data) ? readdirSync(data) : [])
        if (name.endsWith('.log')) expect(readFileSync(join(data, name), 'utf8')).not.toContain(canary);
    },
    60_000,
  );
});
