import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same characters however a keyboard composes them (NIST SP 800-63B-4, 3.1.1.2). */
function normalized(password: string): string {
  return password.normalize('NFKC');
}

export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), cost);
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, normalized(password));
}

/** Whether a stored hash was made at another cost than today's; it is made anew when its password is at hand. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = cost;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real check, so that an unknown login cannot be told from a wrong password. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hashPassword('no such user');
  await verify(await decoy, normalized(password));
  return false;
}
