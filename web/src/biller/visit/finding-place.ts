/** What of a visit a finding is about. Lines stand in the order of the charges, diagnoses in that of the codes. */
export type FindingPlace =
  | { part: 'charge'; index: number }
  | { part: 'diagnosis'; index: number }
  | { part: 'coverage' }
  | { part: 'claim' };

/** Reads the `at` of a finding: `lines[1].authorizationNumber` is about the second charge. */
export function findingPlace(at: string): FindingPlace {
  const [, noun, index] = /^(lines|diagnoses)\[(\d+)\]/.exec(at) ?? [];
  if (noun === 'lines') return { part: 'charge', index: Number(index) };
  if (noun === 'diagnoses') return { part: 'diagnosis', index: Number(index) };
  if (/^(subscriber|patient|payer|otherCoverages)\b/.test(at)) return { part: 'coverage' };
  return { part: 'claim' };
}

/** The findings about one place; a place that is no longer there (`lines[7]` of three) leaves them to the claim. */
export function findingsAt<Found extends { at: string }>(
  findings: readonly Found[],
  wanted: FindingPlace,
  counts: { charges: number; diagnoses: number },
): Found[] {
  return findings.filter(({ at }) => {
    const place = within(findingPlace(at), counts);
    return (
      place.part === wanted.part &&
      (!('index' in place) || !('index' in wanted) || place.index === wanted.index)
    );
  });
}

function within(place: FindingPlace, { charges, diagnoses }: { charges: number; diagnoses: number }) {
  const lost =
    (place.part === 'charge' && place.index >= charges) ||
    (place.part === 'diagnosis' && place.index >= diagnoses);
  return lost ? ({ part: 'claim' } as const) : place;
}

/**
 * Findings of a claim by the charges that stand now: `lines[2].units` was about the third charge then, which
 * may be the second since another was voided. What was about a charge that is gone is left out.
 */
export function findingsNow<Found extends { at: string }>(
  findings: readonly Found[],
  lines: readonly { chargeId: string }[],
  charges: readonly { id: string }[],
): Found[] {
  return findings.flatMap((finding) => {
    const place = findingPlace(finding.at);
    if (place.part !== 'charge') return [finding];
    const line = lines[place.index];
    if (!line) return [finding];
    const now = charges.findIndex(({ id }) => id === line.chargeId);
    if (now === -1) return [];
    return [{ ...finding, at: finding.at.replace(/^lines\[\d+\]/, `lines[${now}]`) }];
  });
}
