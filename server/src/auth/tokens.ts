import { createHash, randomBytes } from 'node:crypto';

/** A secret that only its holder has; we keep its hash. */
export interface IssuedToken {
  /** `<organization id>.<256 random bits>`: the first part says where to look, the second proves. */
  token: string;
  hash: Buffer;
}

export function issueToken(organizationId: string): IssuedToken {
  const token = `${organizationId}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The organization a token claims to belong to; undefined when it is no token of ours. */
export function organizationOf(token: string): string | undefined {
  const match = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.[A-Za-z0-9_-]{43}$/.exec(
    token,
  );
  return match?.[1];
}
