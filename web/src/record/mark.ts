import type { Observation } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';
import type { DocumentSpan, SpanTone, TextSelection } from '../ui/index.ts';

/** Words of the record that something stands on, to be painted where they stand. */
export interface RecordMark {
  id: string;
  evidence: Evidence;
  tone: SpanTone;
  label: string;
}

/** Of spans over the same words the first named here is the one seen and pressed. */
const order: readonly SpanTone[] = ['chosen', 'query', 'code', 'suggestion', 'rejected', 'high', 'low'];

/**
 * What is painted in one version of a document: its marks and its values out of range. Marks in other
 * versions are left out, because their offsets mean nothing here.
 */
export function spansOf(
  { id, version }: { id: string; version: number },
  marks: readonly RecordMark[],
  observations: readonly Observation[],
): DocumentSpan[] {
  const here = marks
    .filter(({ evidence }) => evidence.documentId === id && evidence.version === version)
    .map(
      ({ id: mark, evidence: { start, end }, tone, label }): DocumentSpan => ({
        id: mark,
        start,
        end,
        tone,
        label,
      }),
    );
  const values = observations
    .filter((value) => value.documentId === id && value.documentVersion === version)
    .flatMap((value) => valueSpan(value) ?? []);
  return [...here, ...values].sort((a, b) => rank(a) - rank(b));
}

function rank({ tone = 'suggestion' }: DocumentSpan): number {
  return order.indexOf(tone);
}

/** Whether a value lies outside of the range the laboratory printed with it. */
export function outOfRange({
  value,
  low,
  high,
}: Pick<Observation, 'value' | 'low' | 'high'>): 'high' | 'low' | undefined {
  if (high !== null && value > high) return 'high';
  if (low !== null && value < low) return 'low';
  return undefined;
}

function valueSpan(observation: Observation): DocumentSpan | undefined {
  const tone = outOfRange(observation);
  if (!tone) return undefined;
  const { id, start, end, name, value, unit, low, high } = observation;
  const limit = tone === 'high' ? `above ${high}` : `below ${low}`;
  return { id: `value ${id}`, start, end, tone, label: `${name} ${value} ${unit ?? ''}: ${limit}` };
}

/** How many values of a document are out of range. */
export function countOutOfRange(documentId: string, observations: readonly Observation[]): number {
  return observations.filter((value) => value.documentId === documentId && outOfRange(value)).length;
}

/** Words of the record the person has picked. */
export type PickedWords = TextSelection & { documentId: string; version: number };
