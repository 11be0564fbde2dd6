import {
  type ClaimDates,
  type ClaimKind,
  compactDate,
  type DateSpan,
  type IsoDate,
  type LineDates,
  parseCompactDate,
} from '../../model/index.ts';
import { day, days, defined } from '../read/fields.ts';
import { first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { dateSegment } from '../write/parts.ts';
import { type CodeRow, hasPlace, wantPlace, wantPlaces } from './kinds.ts';
import { filled } from './parties.ts';

type DayName<T> = {
  [Name in keyof T & string]-?: Exclude<T[Name], undefined> extends IsoDate ? Name : never;
}[keyof T & string];

const claimDays: readonly CodeRow<DayName<ClaimDates>>[] = [
  ['onset', 'P', '431'],
  ['initialTreatment', 'P', '454'],
  ['lastSeen', 'P', '304'],
  ['acuteManifestation', 'P', '453'],
  ['accident', 'PD', '439'],
  ['appliancePlacement', 'D', '452'],
  ['lastMenstrualPeriod', 'P', '484'],
  ['lastXray', 'P', '455'],
  ['prescription', 'P', '471'],
  ['lastWorked', 'P', '297'],
  ['returnToWork', 'P', '296'],
  ['discharge', 'P', '096'],
  ['assumedCare', 'P', '090'],
  ['relinquishedCare', 'P', '091'],
  ['firstContact', 'P', '444'],
  ['repricerReceived', 'PID', '050'],
];

const lineDays: readonly CodeRow<DayName<LineDates>>[] = [
  ['prescription', 'P', '471'],
  ['recertification', 'P', '607'],
  ['beginTherapy', 'P', '463'],
  ['lastCertification', 'P', '461'],
  ['lastSeen', 'P', '304'],
  ['hemoglobinTest', 'P', '738'],
  ['creatinineTest', 'P', '739'],
  ['shipped', 'P', '011'],
  ['lastXray', 'P', '455'],
  ['initialTreatment', 'P', '454'],
  ['priorPlacement', 'D', '441'],
  ['appliancePlacement', 'D', '452'],
  ['replacement', 'D', '446'],
  ['treatmentStart', 'D', '196'],
  ['treatmentCompletion', 'D', '198'],
];

/** The days of a loop by the names of the model. */
function readDays<Name extends string>(
  loop: Loop,
  kind: ClaimKind,
  rows: readonly CodeRow<Name>[],
): Partial<Record<Name, IsoDate>> {
  const found: Partial<Record<Name, IsoDate>> = {};
  for (const [name, where, code] of rows) {
    const date = hasPlace(kind, where) ? day(first(loop, 'DTP', code), 3) : undefined;
    if (date !== undefined) found[name] = date;
  }
  return found;
}

function daySegments<Name extends string>(
  dates: Partial<Record<Name, IsoDate>>,
  kind: ClaimKind,
  rows: readonly CodeRow<Name>[],
): DraftSegment[] {
  return rows.flatMap(([name, where, code]) => {
    const date = dates[name];
    wantPlace(kind, where, `dates.${name}`, date);
    return date === undefined ? [] : [dateSegment(code, date)];
  });
}

export function readLineDates(loop: Loop, kind: ClaimKind): LineDates | undefined {
  return filled(readDays(loop, kind, lineDays));
}

export function lineDateSegments(dates: LineDates, kind: ClaimKind): DraftSegment[] {
  return daySegments(dates, kind, lineDays);
}

export function readClaimDates(loop: Loop, kind: ClaimKind): ClaimDates | undefined {
  const admitted = value(first(loop, 'DTP', '435'), 3) ?? '';
  const leftAt = kind === 'institutional' ? value(first(loop, 'DTP', '096'), 3) : undefined;
  return filled(
    defined<ClaimDates>({
      ...readDays(loop, kind, claimDays),
      disability: filled(readDisability(loop)),
      admission: parseCompactDate(admitted.slice(0, 8)),
      admissionTime: admitted.slice(8) || undefined,
      dischargeTime: leftAt,
    }),
  );
}

function readDisability(loop: Loop): Partial<DateSpan> {
  const span = days(first(loop, 'DTP', '314'));
  const from = span.from ?? day(first(loop, 'DTP', '360'), 3);
  const to = span.to ?? day(first(loop, 'DTP', '361'), 3);
  return defined<Partial<DateSpan>>({ from, to });
}

export function claimDateSegments(dates: ClaimDates, kind: ClaimKind): DraftSegment[] {
  const { disability, admission, admissionTime, dischargeTime } = dates;
  wantPlaces(
    kind,
    { disability: 'P', admission: 'PI', admissionTime: 'I', dischargeTime: 'I' },
    dates,
    'dates.',
  );
  return [
    ...daySegments(dates, kind, claimDays),
    ...disabilitySegments(disability),
    ...(dischargeTime ? [['DTP', '096', 'TM', dischargeTime] as const] : []),
    ...(admission ? [admissionSegment(admission, admissionTime)] : []),
  ];
}

function disabilitySegments({ from, to }: Partial<DateSpan> = {}): DraftSegment[] {
  if (from && to) return [dateSegment('314', from, to)];
  if (from) return [dateSegment('360', from)];
  return to ? [dateSegment('361', to)] : [];
}

function admissionSegment(date: IsoDate, time: string | undefined): DraftSegment {
  if (time === undefined) return dateSegment('435', date);
  return ['DTP', '435', 'DT', compactDate(date) + time];
}
