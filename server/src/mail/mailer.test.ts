import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderMailer } from './mailer.ts';

test('a letter becomes a file of its own, and its subject no second header', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'superbill-mail-'));
  const mailer = folderMailer(folder);
  await mailer.send({ to: 'casey@example.org', subject: 'Hello\r\nBcc: all@example.org', text: 'Welcome.' });
  const [name = ''] = readdirSync(folder);
  expect(name).toMatch(/\.eml$/);
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, name), 'utf8')).toBe(
    'To: casey@example.org\r\nSubject: Hello Bcc: all@example.org\r\n' +
      'Content-Type: text/plain; charset=utf-8\r\n\r\nWelcome.\r\n',
  );
  expect(mailer.delivers).toBe(false);
});
