import { type IsoDate, parseCompactDate } from '../../../model/index.ts';
import { element, type Segment } from '../../tokens/segment.ts';
import { around, first, type Loop, loopOf, loopsOf, perLoop } from '../../walk/loop.ts';

/** One day, or the days from one to another. */
export interface Period {
  segment: Segment;
  from: IsoDate;
  to: IsoDate;
}

/** The dates of a DTP (D8, RD8, DT); undefined when it is not there or cannot be read. */
export function periodOf(dtp: Segment | undefined): Period | undefined {
  if (!dtp) return undefined;
  const text = element(dtp, 3);
  const from = parseCompactDate(text.slice(0, 8));
  const to = text[8] === '-' ? parseCompactDate(text.slice(9)) : from;
  return from && to && from <= to ? { segment: dtp, from, to } : undefined;
}

/** A statement is a period even of one day; some send a day. */
export function isOneDay({ segment }: Period): boolean {
  return element(segment, 2) === 'D8';
}

export function dateOf(loop: Loop | undefined, code: string): Period | undefined {
  return periodOf(first(loop, 'DTP', code));
}

/** When a line was done; a dental line without a date has the claim's. */
export const serviceOfLine = perLoop(
  (line): Period | undefined => dateOf(line, '472') ?? dateOf(line.parent, '472'),
);

/** The day whose code sets hold: the end of an institutional statement, else the last day of service. */
export const dateOfClaim = perLoop((claim): IsoDate | undefined => {
  const statement = dateOf(claim, '434');
  if (statement) return statement.to;
  const ends = loopsOf(claim, '2400').flatMap((line) => serviceOfLine(line)?.to ?? []);
  return ends.length === 0 ? dateOf(claim, '472')?.to : ends.reduce((a, b) => (b > a ? b : a));
});

/** The loop that names the patient: 2010CA, or 2010BA when the subscriber is the patient. */
export function patientOf(claim: Loop): Loop | undefined {
  const level = around(claim, '2000C');
  return level ? loopOf(level, '2010CA') : loopOf(around(claim, '2000B'), '2010BA');
}

/** The date the transaction was made (BHT04). */
export function createdOn(loop: Loop): IsoDate | undefined {
  const transaction = around(loop, '');
  return transaction && dayOf(transaction);
}

const dayOf = perLoop((transaction): IsoDate | undefined => {
  const bht = first(transaction, 'BHT');
  return bht && parseCompactDate(element(bht, 4));
});
