import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../ids.ts';

/** A letter of the product to staff or a patient. Never health data: mail is read on the way. */
export interface Letter {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

/** Mail as a port: the practice's own mail server, or a folder of letters while there is none. */
export interface Mailer {
  /** Whether letters reach their readers; false says that somebody has to hand them over. */
  delivers: boolean;
  send(letter: Letter): Promise<void>;
}

/**
 * Puts letters into a folder, each a file that mail programs open, and sends nothing: the mail room of an
 * installation without a mail server. The administrator reads them there and hands them over.
 */
export function folderMailer(folder: string): Mailer {
  return {
    delivers: false,
    async send({ to, subject, text }) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const name = join(folder, `${newId()}.eml`);
      const oneLine = (value: string) => value.replace(/[\r\n]+/g, ' ');
      const head = [
        `To: ${oneLine(to)}`,
        `Subject: ${oneLine(subject)}`,
        'Content-Type: text/plain; charset=utf-8',
      ];
      writeFileSync(`${name}.part`, `${head.join('\r\n')}\r\n\r\n${text}\r\n`, { mode: 0o600 });
      renameSync(`${name}.part`, name);
    },
  };
}
