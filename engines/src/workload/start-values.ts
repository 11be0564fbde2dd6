import { type WorkKind, workKinds } from './work-kind.ts';

/** Where a practice without history begins, for one kind of work. Minutes; see `data/workload/SOURCE.json`. */
export interface StartValue {
  minutes: number;
  perDocument: number;
  perPage: number;
  inpatient: number;
  low: number;
  high: number;
  mean: number;
  /** Working days until an item ought to be done. */
  dueDays: number;
}

export interface StartValues {
  kinds: Record<WorkKind, StartValue>;
  capacity: { dayMinutes: number; unplannedPercent: number; physicianMinutes: number };
}

const fields = ['minutes', 'perDocument', 'perPage', 'inpatient', 'low', 'high', 'mean', 'dueDays'] as const;

/** Reads `start-values.json`; throws with the place when a number is missing or not possible. */
export function readStartValues(text: string): StartValues {
  const whole = JSON.parse(text) as { kinds?: Record<string, Record<string, unknown>>; capacity?: object };
  const kinds = Object.fromEntries(
    workKinds.map((kind) => {
      const row = whole.kinds?.[kind];
      const value = Object.fromEntries(fields.map((field) => [field, positive(row?.[field], kind, field)]));
      return [kind, value as unknown as StartValue];
    }),
  ) as Record<WorkKind, StartValue>;
  for (const [kind, { minutes, low, high, mean }] of Object.entries(kinds)) {
    if (minutes === 0 || low > 1 || high < 1 || mean < low || mean > high)
      throw new RangeError(`${kind}: minutes above 0, and low ≤ 1 ≤ high with mean between, are expected`);
  }
  const given = (whole.capacity ?? {}) as Record<string, unknown>;
  const capacity = {
    dayMinutes: positive(given.dayMinutes, 'capacity', 'dayMinutes'),
    unplannedPercent: positive(given.unplannedPercent, 'capacity', 'unplannedPercent'),
    physicianMinutes: positive(given.physicianMinutes, 'capacity', 'physicianMinutes'),
  };
  return { kinds, capacity };
}

function positive(value: unknown, row: string, field: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw new RangeError(`${row}.${field} is not a number of zero or more`);
  return value;
}
