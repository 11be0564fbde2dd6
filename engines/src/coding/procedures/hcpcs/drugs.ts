import type {
  EncounterRecord,
  Evidence,
  IsoDate,
  ListedCodes,
  ProcedureSuggestion,
} from '../../../model/index.ts';
import { type Administration, administrationsIn } from './administrations.ts';
import { type Amount, isSame, printAmount, unitsCovering } from './amounts.ts';
import { type ChosenCode, chooseCode, needsOf } from './choose-code.ts';
import type { CodedDrug } from './coded-drug.ts';
import { discardedLines } from './discarded.ts';
import { drugsOf } from './drug-list.ts';
import { openItem } from './open-item.ts';
import { together } from './said-doses.ts';

const dialysis =
  /\b(?:(?<not>not|no|non|never|without|pre|declin\w+|refus\w+)[- ](?:on |yet on |requiring )?)?(?:esrd|end[- ]stage renal|(?:hemo|peritoneal )?dialysis)\b/gi;

/** Whether a record tells of dialysis or of end-stage renal disease, and not of their absence. */
function isOnDialysis({ documents }: EncounterRecord): boolean {
  return documents.some(({ text }) => [...text.matchAll(dialysis)].some(({ groups }) => !groups?.not));
}

/** Given to numb the place of a procedure, they are part of it. Source: NCCI Policy Manual, chapter I, section C. */
const local = new Set(
  'lidocaine bupivacaine bupivicaine ropivacaine mepivacaine chloroprocaine marcaine xylocaine'.split(' '),
);

/** The drugs of a record, as lines of a claim: the dose in billing units, and what was discarded of it. */
export function codeDrugs(record: EncounterRecord, codes: ListedCodes): ProcedureSuggestion[] {
  const list = drugsOf(codes);
  const onDialysis = isOnDialysis(record);
  const coded = administrationsIn(record, list).flatMap((told): CodedDrug[] => {
    const { mention, route, dose, context } = told;
    if (local.has(mention.known.words[0] ?? '') && route !== 'intravenous') return [];
    const chosen = chooseCode(
      {
        known: mention.known,
        context,
        onDialysis,
        ...(route && { route }),
        ...(dose.given && { given: dose.given }),
      },
      list,
    );
    const given = dose.given ?? (chosen && isDevice(chosen) ? chosen.title.unit : undefined);
    return chosen ? [{ ...chosen, told: [told], ...(given && { given }) }] : [];
  });
  return mergeByCode(coded).flatMap((drug) => suggest(drug, record.date));
}

/** An implant or a device in the womb that was inserted is one, without a dose. */
function isDevice({ title }: ChosenCode): boolean {
  return title.unit?.measure === 'pieces' && /implant|intrauterine/i.test(title.title);
}

/**
 * One drug for each code. The same dose told in another section or document is the same dose; another dose, or the
 * same again in one list, was given too.
 */
function mergeByCode(coded: readonly CodedDrug[]): CodedDrug[] {
  const byCode = new Map<string, CodedDrug>();
  for (const drug of coded) {
    const known = byCode.get(drug.title.code);
    if (!known) {
      byCode.set(drug.title.code, drug);
      continue;
    }
    const [next] = drug.told;
    const twice = known.told.some((one) => next && isToldAgain(one, next));
    const total = known.given && drug.given && !twice ? together(known.given, drug.given) : undefined;
    byCode.set(drug.title.code, {
      ...known,
      told: [...known.told, ...drug.told],
      ...((total ?? known.given ?? drug.given) && { given: total ?? known.given ?? (drug.given as Amount) }),
    });
  }
  return [...byCode.values()];
}

function isToldAgain(one: Administration, next: Administration): boolean {
  const [a, b] = [one.dose.given, next.dose.given];
  if (!a || !b) return true;
  return one.place !== next.place && isSame(a, b);
}

const sure = { words: 0.9, place: 0.82, form: 0.68 } as const;

function suggest(drug: CodedDrug, date: IsoDate): ProcedureSuggestion[] {
  const { title, told, given, others } = drug;
  const unit = title.unit;
  const comparable = given && unit && given.measure === unit.measure;
  const units = comparable ? unitsCovering(given, unit) : undefined;
  const open = [...drug.open, ...openDose(drug)];
  const [first] = told;
  if (!first) return [];
  const base = Math.max(...told.map(({ by }) => sure[by]));
  const line: ProcedureSuggestion = {
    system: 'hcpcs',
    code: title.code,
    title: title.title,
    confidence: Math.max(0.2, base - 0.12 * open.length),
    evidence: evidenceOf(told),
    path: pathOf(drug, units),
    notes: [],
    alternatives: others.map((other) => ({ code: other.code, title: other.title, needs: needsOf(other) })),
    open: open.map(openItem),
    ...(units !== undefined && { units }),
  };
  return discardedLines(line, drug, date);
}

function openDose({ title, given, told }: CodedDrug): string[] {
  const unclear = told.map(({ dose }) => dose.unclear).find(Boolean);
  if (!given) return [unclear ? `the dose that was given (${unclear})` : 'the dose that was given'];
  if (!title.unit) return ['billing units: the title names no single unit'];
  if (given.measure !== title.unit.measure) {
    return [
      `the dose in ${printAmount(title.unit).replace(/^[\d.]+ /, '')} (the record tells ${printAmount(given)})`,
    ];
  }
  return [];
}

function pathOf({ title, told, given }: CodedDrug, units: number | undefined): string[] {
  const [first] = told;
  const name = first?.mention.known.name ?? '';
  const words = first?.mention.known.words.join(' ') ?? '';
  const path = [name === words ? `Drug given: ${name}` : `Drug given: ${name} = ${words}`];
  path.push(...new Set(told.flatMap(({ dose }) => dose.steps)));
  if (units !== undefined && given && title.unit) {
    const isExact = given.nano % title.unit.nano === 0n;
    const counted = `${units} ${units === 1 ? 'unit' : 'units'}`;
    path.push(
      `${printAmount(given)} ÷ ${printAmount(title.unit)}${isExact ? '' : ', rounded up'} = ${counted}`,
    );
  }
  return path;
}

function evidenceOf(told: readonly Administration[]): Evidence[] {
  const spans = new Map<string, Evidence>();
  for (const { evidence } of told) {
    for (const span of evidence)
      spans.set(`${span.documentId} ${span.version} ${span.start} ${span.end}`, span);
  }
  return [...spans.values()];
}
