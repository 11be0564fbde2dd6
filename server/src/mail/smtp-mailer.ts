import { createTransport } from 'nodemailer';
import { StartError } from '../db/start-error.ts';
import { folderMailer, type Mailer } from './mailer.ts';

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Sends letters through the practice's own mail server (`smtps://user:password@host` or `smtp://host:587`). TLS is
 * required, from the start or by STARTTLS, unless the server is this machine. Throws what the mail server answered.
 */
export function smtpMailer(address: string, from: string): Mailer {
  const url = readAddress(address);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const secure = url.protocol === 'smtps:';
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isHere,
    ignoreTLS: !secure && isHere,
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    // A letter is text of ours: no files and addresses are fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  });
  return {
    delivers: true,
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
  };
}

function readAddress(address: string): URL {
  if (URL.canParse(address)) {
    const url = new URL(address);
    if ((url.protocol === 'smtp:' || url.protocol === 'smtps:') && url.hostname) return url;
  }
  throw new StartError('SUPERBILL_SMTP_URL is not an address like smtps://user:password@mail.example.org.');
}

/**
 * The mailer of an installation: `SUPERBILL_SMTP_URL` and `SUPERBILL_MAIL_FROM`, else a folder of letters. Throws
 * {@link StartError} for settings that cannot be used.
 */
export function configuredMailer(env: NodeJS.ProcessEnv, folder: string): Mailer {
  const { SUPERBILL_SMTP_URL: address, SUPERBILL_MAIL_FROM: from } = env;
  if (!address) return folderMailer(folder);
  if (!from || !/^[^@\s]+@[^@\s]+$/.test(from))
    throw new StartError('SUPERBILL_MAIL_FROM is not set: the address that letters come from.');
  return smtpMailer(address, from);
}
