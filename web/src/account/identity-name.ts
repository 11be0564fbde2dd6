/** What people call an identity provider: the practice's by its name, a former one by its host. */
export function identityName(issuer: string, provider: { label: string; issuer: string } | null): string {
  return provider?.issuer === issuer ? provider.label : new URL(issuer).host;
}
