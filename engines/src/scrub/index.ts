export { type ClaimReading, readClaimJson } from './claim-json.ts';
export type { EarlierClaim, KnownAuthorization, ScrubCode, ScrubCodes, ScrubFacts } from './facts.ts';
export type { Fault, Rule } from './rule.ts';
export { rules } from './rules/index.ts';
export { scrub } from './scrub.ts';
