/**
 * Whether the provider asked who is there after we sent the browser to it, `elapsed` seconds ago. Both times are read from
 * the provider's own clock, the age of the authentication when the token was made; a clock of theirs that goes wrong by
 * some seconds then neither refuses a fresh answer nor lets an old one pass. What was not told was not asked.
 *
 * Source: OpenID Connect Core 1.0, 3.1.3.7, step 13; `auth_time` and `iat` are whole seconds.
 */
export function isAfter(
  { iat, auth_time }: { iat: number; auth_time?: number | undefined },
  elapsed: number,
): boolean {
  return auth_time !== undefined && iat - auth_time < elapsed + 1;
}
