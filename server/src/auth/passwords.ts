import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real check, so that an unknown login cannot be told from a wrong password. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hashPassword('no such user');
  await verify(await decoy, password);
  return false;
}
