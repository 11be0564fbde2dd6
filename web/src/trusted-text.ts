/** The part of the Trusted Types API that is used here; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

/**
 * Where the browser would turn a text into markup it asks this policy. Style sheets pass, which React sets as the inner
 * text of their tags; anything with a `<` does not. Scripts and their addresses are refused by having no rule.
 * Source: W3C Trusted Types, default policy.
 */
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('text does not become markup');
    return text;
  },
});
