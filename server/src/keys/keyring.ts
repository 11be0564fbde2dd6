import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartError } from '../db/start-error.ts';

/** One key of 256 random bits. Old keys stay, so that what they sealed can be opened. */
export interface Key {
  /** The first eight bytes of the key's SHA-256, in hex: says which key, tells nothing of it. */
  id: string;
  secret: Buffer;
}

/**
 * The keys that data at rest is sealed with. They live outside the data directory, so that a copied disk,
 * a dump or a backup alone opens nothing.
 */
export interface Keyring {
  /** The key that seals from now on. */
  currentId: string;
  ids: string[];
  /**
   * Seals with AES-256-GCM under the current key. `context` says where the value lives
   * (`organization/table/column/row`): moved to another place it does not open.
   */
  seal(plain: Uint8Array | string, context: string): Buffer;
  /** Opens what {@link seal} made. Throws {@link SealError} when the key is missing or a bit was changed. */
  open(sealed: Uint8Array, context: string): Buffer;
}

/** A sealed value that does not open. The message names key and place, never the value. */
export class SealError extends Error {
  override name = 'SealError';
}

const format = 1;
const idBytes = 8;
const ivBytes = 12;
const tagBytes = 16;
/** How much longer a sealed value is than what it holds. */
export const sealedBytes = 1 + idBytes + ivBytes + tagBytes;

/** A keyring over these keys; the last one is current. */
export function keyringOf(keys: readonly Key[]): Keyring {
  const current = keys.at(-1);
  if (!current) throw new StartError('There is no key to seal data with.');
  const byId = new Map(keys.map((key) => [key.id, working(key)]));
  const sealing = working(current);
  return {
    currentId: current.id,
    ids: keys.map(({ id }) => id),
    seal(plain, context) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([
        Buffer.from([format]),
        Buffer.from(current.id, 'hex'),
        iv,
        body,
        cipher.getAuthTag(),
      ]);
    },
    open(sealed, context) {
      const id = keyIdOf(sealed);
      const key = id === undefined ? undefined : byId.get(id);
      if (!key) throw new SealError(`The key ${id ?? '(unreadable)'} of ${context} is not in the keyring.`);
      const bytes = Buffer.from(sealed);
      const start = 1 + idBytes;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(start, start + ivBytes))
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(-tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(start + ivBytes, -tagBytes)), decipher.final()]);
      } catch {
        throw new SealError(`What is stored in ${context} was changed or belongs elsewhere.`);
      }
    },
  };

  /** The key that does the work, apart from the secret itself, so that other uses can have their own. */
  function working(key: Key): Buffer {
    return Buffer.from(hkdfSync('sha256', key.secret, '', 'superbill seal 1', 32));
  }
}

/** Which key sealed this; undefined when it is nothing that was sealed here. */
export function keyIdOf(sealed: Uint8Array): string | undefined {
  if (sealed.length < sealedBytes || sealed[0] !== format) return undefined;
  return Buffer.from(sealed.subarray(1, 1 + idBytes)).toString('hex');
}

export function newKey(): Key {
  return keyFrom(randomBytes(32));
}

/** The key with this secret of 256 bits. */
export function keyFrom(secret: Buffer): Key {
  return {
    id: createHash('sha256')
      .update(secret)
      .digest('hex')
      .slice(0, 2 * idBytes),
    secret,
  };
}

/** Where the keys are: `SUPERBILL_KEY_FILE`, else the user's own configuration folder. */
export function keyFile(env: NodeJS.ProcessEnv): string {
  if (env.SUPERBILL_KEY_FILE) return env.SUPERBILL_KEY_FILE;
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'superbill', 'keys');
}

/**
 * Opens the keyring: `SUPERBILL_KEYS` (keys in base64, separated by commas or lines, the current one last), else the
 * key file. Throws {@link StartError}; a key file that is not there is told, never made anew, because a fresh key
 * in the place of a lost one would open nothing.
 */
export function openKeyring(env: NodeJS.ProcessEnv): Keyring {
  if (env.SUPERBILL_KEYS) return keyringOf(readKeys(env.SUPERBILL_KEYS.split(/[,\n]/), 'SUPERBILL_KEYS'));
  const file = keyFile(env);
  if (!existsSync(file))
    throw new StartError(
      `The key file ${file} is missing. Restore it from the copy that is kept apart from the backups, or name the file that holds the keys: SUPERBILL_KEY_FILE.`,
    );
  return usable(file, () => fileKeyring(file));
}

/** Makes the key file with a first key, unless keys are there already. */
export function makeFirstKey(env: NodeJS.ProcessEnv): void {
  const file = keyFile(env);
  if (!env.SUPERBILL_KEYS && !existsSync(file)) usable(file, () => writeFirstKey(file));
}

function usable<T>(file: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The key file ${file} cannot be used (${(error as Error).message}). Name another: SUPERBILL_KEY_FILE.`,
    );
  }
}

/**
 * The keys of a file, read again when a value names a key that came later, so that a rotation needs no restart. Only a
 * file that was written since is read: values that name keys which never were cost a look at its date.
 */
function fileKeyring(file: string): Keyring {
  let stamp = stampOf(file);
  let ring = keyringOf(readKeyFile(file));
  return {
    get currentId() {
      return ring.currentId;
    },
    get ids() {
      return ring.ids;
    },
    seal: (plain, context) => ring.seal(plain, context),
    open(sealed, context) {
      const id = keyIdOf(sealed);
      if (id !== undefined && !ring.ids.includes(id)) readAgain(context);
      return ring.open(sealed, context);
    },
  };

  function readAgain(context: string): void {
    const written = stampOf(file);
    if (written === stamp) return;
    try {
      ring = keyringOf(readKeyFile(file));
      stamp = written;
    } catch (error) {
      throw new SealError(`The key file cannot be read again for ${context}: ${(error as Error).message}`);
    }
  }
}

/** Changes whenever the file is written; a file that is away has a stamp of its own. */
function stampOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'away' : `${stat.ino} ${stat.mtimeNs}`;
}

/**
 * The keys of a file, one in base64 on each line, the current one last. Throws {@link StartError} for one that others
 * on this machine can read too, and for one that is cut off.
 */
export function readKeyFile(file: string): Key[] {
  if (isOpenToOthers(file))
    throw new StartError(`Others on this machine can read the key file ${file}. Run: chmod 600 ${file}`);
  return readKeys(readFileSync(file, 'utf8').split('\n'), file);
}

/** Whether anybody but its owner can read or change the file. */
export function isOpenToOthers(file: string): boolean {
  return (statSync(file).mode & 0o077) !== 0;
}

/** Writes the key file whole or not at all, readable by its owner only. */
export function writeKeys(file: string, keys: readonly Key[]): void {
  renameSync(writeBeside(file, keys), file);
}

/** Two programs that start at once end with one key: the link is made by the first alone. */
function writeFirstKey(file: string): void {
  const written = writeBeside(file, [newKey()]);
  try {
    linkSync(written, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(written);
  }
}

function writeBeside(file: string, keys: readonly Key[]): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const next = `${file}.${process.pid}.next`;
  writeFileSync(next, `${keys.map(({ secret }) => secret.toString('base64')).join('\n')}\n`, { mode: 0o600 });
  return next;
}

function readKeys(lines: readonly string[], from: string): Key[] {
  const keys = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, index) => {
      const secret = Buffer.from(line, 'base64');
      if (secret.length !== 32)
        throw new StartError(
          `Key ${index + 1} in ${from} is not 32 bytes in base64: it was cut off or changed. Restore it from its copy.`,
        );
      return keyFrom(secret);
    });
  if (keys.length === 0) throw new StartError(`There is no key in ${from}. Restore it from its copy.`);
  return keys;
}
