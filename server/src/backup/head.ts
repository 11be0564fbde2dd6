import { createHash, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { type Keyring, keyringOf } from '../keys/keyring.ts';
import { BackupError } from './backup-error.ts';

const magic = Buffer.from('SUPERBILL-BACKUP\n');
const most = 64 * 1024;
/** `Algorithm.Argon2id` of the library, a constant that only exists while types are checked. */
const argon2id = 2;

const sealedKey = z.string().regex(/^[A-Za-z0-9+/=]+$/);

/** What stands in clear at the beginning of a backup: enough to find the key and to name the file by. */
const headShape = z.strictObject({
  format: z.literal(1),
  backupId: z.uuid(),
  takenAt: z.iso.datetime(),
  product: z.string(),
  /** The newest migration: what {@link restoreBackup} needs to know before it opens anything. */
  schema: z.string(),
  /** The file key, sealed by the keyring of whoever made the backup. */
  keyring: z.strictObject({ id: z.string(), sealed: sealedKey }),
  /** The file key, sealed by a passphrase beside it. */
  passphrase: z.strictObject({ salt: z.base64(), sealed: sealedKey }).optional(),
});
export type BackupHead = z.output<typeof headShape>;

/** What opens a backup: the keyring it was made with, or the passphrase it was given. */
export interface Opener {
  keyring?: Keyring | undefined;
  passphrase?: string | undefined;
}

/** A head with a new random file key, and that key. */
export async function newHead(
  about: Pick<BackupHead, 'backupId' | 'takenAt' | 'product' | 'schema'>,
  { keyring, passphrase }: { keyring: Keyring; passphrase?: string | undefined },
): Promise<{ head: BackupHead; key: Buffer }> {
  const key = randomBytes(32);
  const head: BackupHead = {
    format: 1,
    ...about,
    keyring: {
      id: keyring.currentId,
      sealed: keyring.seal(key, contextOf(about.backupId)).toString('base64'),
    },
  };
  if (passphrase !== undefined) {
    const salt = randomBytes(16);
    const sealed = (await stretched(passphrase, salt)).seal(key, contextOf(about.backupId));
    head.passphrase = { salt: salt.toString('base64'), sealed: sealed.toString('base64') };
  }
  return { head, key };
}

/** The file key of a backup. Throws {@link BackupError} when nothing at hand opens it. */
export async function openHead(head: BackupHead, { keyring, passphrase }: Opener): Promise<Buffer> {
  if (passphrase !== undefined) return openByPassphrase(head, passphrase);
  if (!keyring?.ids.includes(head.keyring.id))
    throw new BackupError(
      'locked',
      `This backup is sealed with the key ${head.keyring.id}, which is not in the key file. Name the file ` +
        'that holds it (SUPERBILL_KEY_FILE), or give the passphrase (--passphrase-file).',
    );
  try {
    return keyring.open(Buffer.from(head.keyring.sealed, 'base64'), contextOf(head.backupId));
  } catch {
    throw new BackupError('damaged', 'The head of this file was changed: its key does not open.');
  }
}

/** The head as it stands in the file, and what every chunk is bound to. */
export function writeHead(head: BackupHead): { bytes: Buffer; bound: Buffer } {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return { bytes: Buffer.concat([magic, length, text]), bound: createHash('sha256').update(text).digest() };
}

/** Reads the head from the first bytes of a file; `bytes` is how many it takes. */
export function readHead(start: Buffer): { head: BackupHead; bound: Buffer; bytes: number } {
  const from = magic.length + 4;
  if (!start.subarray(0, magic.length).equals(magic) || start.length < from)
    throw new BackupError('damaged', 'This is not a backup of Superbill.');
  const length = start.readUInt32BE(magic.length);
  const text = start.subarray(from, from + length);
  const head = length <= most && text.length === length ? headShape.safeParse(parse(text)) : undefined;
  if (!head?.success)
    throw new BackupError('damaged', 'The head of this file is damaged, or a newer version wrote it.');
  return { head: head.data, bound: createHash('sha256').update(text).digest(), bytes: from + length };
}

/** As many bytes as any head takes. */
export const headRoom = magic.length + 4 + most;

const contextOf = (backupId: string) => `backup/${backupId}`;

async function openByPassphrase(head: BackupHead, passphrase: string): Promise<Buffer> {
  if (!head.passphrase)
    throw new BackupError('locked', 'This backup was made without a passphrase: it needs its key file.');
  const ring = await stretched(passphrase, Buffer.from(head.passphrase.salt, 'base64'));
  try {
    return ring.open(Buffer.from(head.passphrase.sealed, 'base64'), contextOf(head.backupId));
  } catch {
    throw new BackupError('locked', 'The passphrase is not the one this backup was made with.');
  }
}

/** A passphrase as a keyring: argon2id with 64 MiB and three passes (RFC 9106, section 4, second choice). */
async function stretched(passphrase: string, salt: Buffer): Promise<Keyring> {
  const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32 };
  const secret = await hashRaw(passphrase, { algorithm: argon2id, ...cost, salt });
  return keyringOf([{ id: '0'.repeat(16), secret }]);
}

function parse(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}
