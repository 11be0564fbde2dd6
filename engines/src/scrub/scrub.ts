import type { Claim, Finding, Severity } from '../model/index.ts';
import type { ScrubFacts } from './facts.ts';
import { rules } from './rules/index.ts';

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Every fault that would make a payer bounce the claim, errors first; empty when it is ready to send. */
export function scrub(claim: Claim, facts: ScrubFacts): Finding[] {
  const findings = rules.flatMap((rule) =>
    rule.check(claim, facts).map(
      ({ at, message, severity }): Finding => ({
        rule: rule.id,
        severity: severity ?? rule.severity,
        at,
        message,
        source: rule.source,
      }),
    ),
  );
  return findings.sort((a, b) => weight[a.severity] - weight[b.severity]);
}
