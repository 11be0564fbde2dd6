import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { configuredMailer, smtpMailer } from './smtp-mailer.ts';

const letter = {
  to: 'casey@example.org',
  subject: 'Your log-in',
  text: 'Hello.\n\nhttps://x.example/invitation#abc',
};
const servers: SMTPServer[] = [];

/** A mail server on this machine; gives its address and what it took. */
async function aMailServer(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const taken: { from: string; to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (piece) => {
        text += piece;
      });
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
    ...options,
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  return { port, taken };
}

afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(done)))),
);

test('a letter reaches the mail server as it was written, from the address of the practice', async () => {
  const { port, taken } = await aMailServer();
  await smtpMailer(`smtp://127.0.0.1:${port}`, 'clinic@example.org').send(letter);
  expect(taken).toMatchObject([{ from: 'clinic@example.org', to: ['casey@example.org'] }]);
  expect(taken[0]?.text).toContain('Subject: Your log-in');
  expect(taken[0]?.text).toContain('https://x.example/invitation#abc');
});

test('a line break in a field makes no second header', async () => {
  const { port, taken } = await aMailServer();
  const subject = 'Hello\r\nBcc: all@example.org';
  await smtpMailer(`smtp://127.0.0.1:${port}`, 'clinic@example.org').send({ ...letter, subject });
  expect(taken[0]?.to).toEqual(['casey@example.org']);
  expect(taken[0]?.text).not.toMatch(/^Bcc:/m);
});

test('what the mail server refuses is an error with its code', async () => {
  const { port } = await aMailServer({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
  });
  await expect(
    smtpMailer(`smtp://127.0.0.1:${port}`, 'clinic@example.org').send(letter),
  ).rejects.toMatchObject({
    responseCode: 550,
  });
});

test('nothing is sent in the clear to another machine', async () => {
  const { port, taken } = await aMailServer();
  // 127.0.0.2 is not called this machine by name: there TLS is asked for, and this server has none.
  await expect(smtpMailer(`smtp://127.0.0.2:${port}`, 'clinic@example.org').send(letter)).rejects.toThrow();
  expect(taken).toEqual([]);
});

describe('settings', () => {
  test.each([
    { SUPERBILL_SMTP_URL: 'mail.example.org' },
    { SUPERBILL_SMTP_URL: 'https://mail.example.org' },
    { SUPERBILL_SMTP_URL: 'smtps://mail.example.org' },
    { SUPERBILL_SMTP_URL: 'smtps://mail.example.org', SUPERBILL_MAIL_FROM: 'nobody' },
  ])('%o stop the start with a reason', (env) => {
    expect(() => configuredMailer(env, '/nonexistent')).toThrow(/SUPERBILL_(SMTP_URL|MAIL_FROM)/);
  });

  test('that are missing mean a folder of letters', () => {
    expect(configuredMailer({}, '/nonexistent').delivers).toBe(false);
  });
});
