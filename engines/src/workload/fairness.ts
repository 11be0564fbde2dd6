/** Expected minutes of what a person finished, against the time the person had. */
export interface Share {
  personId: string;
  /** Weighted by complexity: an item counts what it usually takes, not what it took. */
  minutes: number;
  available: number;
}

export interface Fairness {
  /** By person: load against the average load of those compared; 1 is an equal share. */
  shares: { personId: string; share: number }[];
  /** The largest share: 1.3 says that one person carried 30 % more than the average. Null when nobody had work. */
  spread: number | null;
}

/**
 * How evenly work was spread over people who do the same work. What counts is what items usually take, so a person who
 * takes care is not seen as carrying more, and one who gets only the hard ones is seen. People without time do not count.
 */
export function fairnessOf(people: readonly Share[]): Fairness {
  const there = people.filter(({ available }) => available > 0);
  const total = there.reduce((sum, { minutes }) => sum + minutes, 0);
  const time = there.reduce((sum, { available }) => sum + available, 0);
  if (total === 0) return { shares: [], spread: null };
  const shares = there.map(({ personId, minutes, available }) => ({
    personId,
    share: minutes / available / (total / time),
  }));
  return { shares, spread: Math.max(...shares.map(({ share }) => share)) };
}
