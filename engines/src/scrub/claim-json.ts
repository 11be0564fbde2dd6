import type { Claim } from '../model/index.ts';
import { claimShape } from './json/claim.ts';

export type ClaimReading = { claim: Claim } | { problems: string[] };

/**
 * Reads a claim written as JSON in the shape of the model's {@link Claim}; without a kind it is professional.
 * What is absent is left for the edits to find; what has the wrong type, or a date that is none, is a problem
 * named by its path.
 */
export function readClaimJson(json: unknown): ClaimReading {
  const problems: string[] = [];
  const given = typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;
  const claim = claimShape(given)(json, '', problems);
  if (claim.kind === 'professional') {
    claim.lines.forEach(({ serviceDate }, index) => {
      const at = `lines[${index}].serviceDate`;
      if (!serviceDate && !problems.some((one) => one.startsWith(at))) problems.push(`${at} is missing`);
    });
  }
  return problems.length > 0 ? { problems } : { claim };
}
