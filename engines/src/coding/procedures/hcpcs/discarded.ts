import type { IsoDate, ProcedureSuggestion } from '../../../model/index.ts';
import { type Amount, printAmount, sum, unitsCovering } from './amounts.ts';
import type { CodedDrug } from './coded-drug.ts';
import { openItem } from './open-item.ts';

const source =
  'Source: 42 CFR 414.940 and Medicare Claims Processing Manual, chapter 17, section 40 (JW and JZ modifiers).';
/** From this day a claim for a drug of a single-dose container says that nothing was discarded. */
const zeroRequired = '2023-07-01';
const discardedRequired = '2017-01-01';

/**
 * The lines of a drug from a single-dose container: what was given and, with modifier JW, what was discarded. Units are
 * never more than cover both amounts together, so a rest that the rounding of the dose already paid for is not billed
 * again. With nothing discarded the line carries JZ. What the record does not state stays open.
 */
export function discardedLines(
  line: ProcedureSuggestion,
  drug: CodedDrug,
  date: IsoDate,
): ProcedureSuggestion[] {
  const { title, given, told } = drug;
  if (date < discardedRequired || line.units === undefined || !given || !title.unit) return [line];
  const container = told.map(({ dose }) => dose.container).find(Boolean);
  const size = told.map(({ dose }) => dose.containerSize).find(Boolean);
  const discarded = told.map(({ dose }) => dose.discarded).find(Boolean);
  if (container === 'multiple-dose') {
    return [
      { ...line, notes: [...line.notes, `From a multiple-dose container: neither JW nor JZ. ${source}`] },
    ];
  }
  if (!container && !discarded) {
    if (title.unit.measure === 'volume' || title.form !== 'injection') return [line];
    const ask = 'whether it came from a single-dose container, and what of it was discarded (JW or JZ)';
    return [{ ...line, open: [...line.open, openItem(ask)] }];
  }
  const rest = discarded ?? (isUsedUp(given, size) ? 'none' : undefined);
  if (rest === undefined) return [{ ...line, open: [...line.open, openItem(openRest(given, size))] }];
  if (rest === 'none') return [withZero(line, date, container !== undefined)];
  if (rest.measure !== given.measure) {
    return [
      {
        ...line,
        open: [
          ...line.open,
          openItem(`the discarded amount in ${printAmount(given).replace(/^[\d.]+ /, '')}`),
        ],
      },
    ];
  }
  return withRest(line, { given, rest, unit: title.unit, ...(container && { container }) });
}

function isUsedUp(given: Amount, size: Amount | undefined): boolean {
  return (
    size !== undefined && size.measure === given.measure && size.nano > 0n && given.nano % size.nano === 0n
  );
}

function openRest(given: Amount, size: Amount | undefined): string {
  if (size?.measure !== given.measure || size.nano <= given.nano)
    return 'what was discarded of the container, or that nothing was';
  const rest = printAmount({ measure: given.measure, nano: size.nano - given.nano });
  return `what became of the other ${rest} of the container`;
}

const single = 'that the container was for a single dose';

function withZero(line: ProcedureSuggestion, date: IsoDate, isSingle: boolean): ProcedureSuggestion {
  if (date < zeroRequired) return line;
  const open = isSingle ? line.open : [...line.open, openItem(single)];
  const notes = [...line.notes, `Single-dose container, nothing discarded: JZ. ${source}`];
  return { ...line, modifiers: ['JZ'], notes, open };
}

function withRest(
  line: ProcedureSuggestion,
  { given, rest, unit, container }: { given: Amount; rest: Amount; unit: Amount; container?: string },
): ProcedureSuggestion[] {
  const units = line.units ?? 0;
  const left = unitsCovering(sum(given, rest), unit) - units;
  const ask = container ? [] : [openItem(single)];
  if (left <= 0) {
    const note = `The ${printAmount(rest)} discarded are within the last unit of the dose, so JW is not used. ${source}`;
    return [{ ...line, notes: [...line.notes, note], open: [...line.open, ...ask] }];
  }
  const wasted: ProcedureSuggestion = {
    ...line,
    units: left,
    modifiers: ['JW'],
    path: [
      ...line.path,
      `${printAmount(rest)} discarded: ${printAmount(sum(given, rest))} in all cover ${units + left} units, less ${units} given = ${left}`,
    ],
    notes: [...line.notes, `Discarded rest of a single-dose container, on a line of its own. ${source}`],
    open: [...line.open, ...ask],
  };
  return [{ ...line, open: [...line.open, ...ask] }, wasted];
}
