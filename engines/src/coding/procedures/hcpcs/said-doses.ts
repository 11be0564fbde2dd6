import { type Amount, inVolume, isSame, sum, times } from './amounts.ts';
import type { SaidAmount, Token } from './dose-words.ts';

/** What the amounts that belong to one drug say. Places are tokens. */
export interface SaidDose {
  given?: Amount;
  /** More than one dose was told, or one that cannot be known: why. */
  unclear?: string;
  discarded?: Amount | 'none';
  container?: 'single-dose' | 'multiple-dose';
  containerSize?: Amount;
  /** The arithmetic that led to the dose, in words. */
  steps: string[];
  /** First and last token of what was read, where anything was. */
  from?: number;
  to?: number;
}

const wasted = new Set(
  'waste wasted wastage discard discarded discarding unused remaining remainder leftover'.split(' '),
);
const containers = new Set('vial vials ampule ampules ampoule ampul amp sdv mdv bottle pfs'.split(' '));
const fillers = new Set(
  'single dose use multi multiple prefilled pre filled from the a of in was were is its full entire one for size sd md'.split(
    ' ',
  ),
);
const ends = new Set([',', ';', '(', ')']);

type Role = 'dose' | 'discarded' | 'container' | 'concentration' | 'volume' | 'rate' | 'each';

/** Reads the amounts that belong to one drug: dose, concentration, what was discarded, what it came in. */
export function readDose(
  tokens: readonly Token[],
  amounts: readonly SaidAmount[],
  strength: string | undefined,
): SaidDose {
  const roles = amounts.map((said) => ({ said, role: roleOf(said, tokens) }));
  const measured = roles.some(({ said, role }) => role === 'dose' && said.amount.measure !== 'pieces');
  const of = (role: Role) =>
    roles
      // `300 mg, three vials`: what it came in is counted, not the dose.
      .filter(
        (one) => one.role === role && !(measured && role === 'dose' && one.said.amount.measure === 'pieces'),
      )
      .map(({ said }) => said);
  const dose: SaidDose = { steps: [], ...containerIn(tokens) };
  const size = of('container')[0]?.amount;
  if (size) dose.containerSize = size;
  const rest = of('discarded');
  if (isNothingDiscarded(tokens)) dose.discarded = 'none';
  else if (rest[0]) dose.discarded = rest[0].amount;
  const concentration = concentrationOf(of('concentration')[0], strength);
  if (rest[0]?.amount.measure === 'volume' && concentration) {
    const discarded = inVolume(rest[0].amount, concentration);
    if (discarded) dose.discarded = discarded;
  }
  if (dose.discarded !== 'none' && dose.discarded?.nano === 0n) dose.discarded = 'none';
  settleDose(dose, of('dose'), of('volume'), concentration, tokens);
  if (!dose.given && !dose.unclear && size && isWholeContainer(tokens)) {
    dose.given = size;
    dose.steps.push('the whole container was given');
  }
  if (!dose.given && !dose.unclear && of('rate').length > 0) {
    dose.unclear = 'a rate or a dose by weight is told, but not the amount that was given';
  }
  const used = [...amounts].sort((a, b) => a.first - b.first);
  const [first, last] = [used[0], used.at(-1)];
  if (first && last) Object.assign(dose, { from: first.first, to: last.last });
  return dose;
}

function roleOf({ amount, per, first, last }: SaidAmount, tokens: readonly Token[]): Role {
  if (per === 'volume') return 'concentration';
  if (per) return 'rate';
  if (isNear(tokens, first, last, wasted)) return 'discarded';
  for (let at = last + 1; at <= last + 4; at++) {
    const text = tokens[at]?.text ?? '';
    if (containers.has(text)) return 'container';
    if (text === 'syringe' || text === 'syringes') return 'container';
    if (!fillers.has(text)) break;
  }
  return amount.measure === 'volume' ? 'volume' : 'dose';
}

/** Whether one of the words stands near an amount, with no mark between: `90 mg from the vial discarded`. */
function isNear(tokens: readonly Token[], first: number, last: number, wanted: ReadonlySet<string>): boolean {
  for (let at = last + 1; at <= last + 6; at++) {
    const { text, kind } = tokens[at] ?? { text: ',', kind: 'mark' };
    if (wanted.has(text)) return !startsNext(tokens, at);
    if (ends.has(text) || text === 'and' || text === 'given' || kind === 'number') break;
  }
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const { text, kind } = tokens[at] ?? { text: ',', kind: 'mark' };
    if (wanted.has(text)) return true;
    if ((ends.has(text) && text !== '(') || text === 'and' || kind === 'number') break;
  }
  return false;
}

/** `given wasted 20 mg`: the word belongs to the amount behind it. */
function startsNext(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind === 'number' || (next?.text === ':' && tokens[at + 2]?.kind === 'number');
}

function isNothingDiscarded(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }, at) => {
    if (!wasted.has(text)) return false;
    const before = [tokens[at - 1]?.text, tokens[at - 2]?.text, tokens[at - 3]?.text];
    const after = [tokens[at + 1]?.text, tokens[at + 2]?.text];
    const none = before.some(
      (word) =>
        word === 'no' || word === 'none' || word === 'nothing' || word === 'zero' || word === 'without',
    );
    return none || after.some((word) => word === 'none' || word === 'nil' || word === 'zero');
  });
}

function containerIn(tokens: readonly Token[]): Pick<SaidDose, 'container'> {
  const text = tokens.map((token) => token.text).join(' ');
  if (/\b(?:multi(?:ple)? ?dose|mdv|md vial|multidose)\b/.test(text)) return { container: 'multiple-dose' };
  const single =
    /\b(?:single ?(?:dose|use)|sdv|sd vial|singledose|prefilled|pre filled|pfs|autoinjector|ampule|ampoule)\b/;
  return single.test(text) ? { container: 'single-dose' } : {};
}

function isWholeContainer(tokens: readonly Token[]): boolean {
  const text = tokens.map((token) => token.text).join(' ');
  return /\b(?:entire|whole|full|contents|(?:one|1) vial|syringe|pfs|prefilled)\b/.test(text);
}

interface Concentration {
  amount: Amount;
  volume: Amount;
}

const millilitre: Amount = { measure: 'volume', nano: 1_000_000_000n };

/** As told (`40 mg/mL`), else as the name of the product says (`Kenalog-40`). */
function concentrationOf(
  said: SaidAmount | undefined,
  strength: string | undefined,
): Concentration | undefined {
  if (said) return { amount: said.amount, volume: said.perVolume ?? millilitre };
  if (strength === undefined) return undefined;
  return { amount: { measure: 'mass', nano: BigInt(strength) * 1_000_000_000n }, volume: millilitre };
}

function settleDose(
  dose: SaidDose,
  doses: readonly SaidAmount[],
  volumes: readonly SaidAmount[],
  concentration: Concentration | undefined,
  tokens: readonly Token[],
): void {
  const total =
    doses.find(({ first }) => isTotal(tokens, first)) ?? (doses.length === 1 ? doses[0] : undefined);
  const same = doses.every(({ amount }) => doses[0] && isSame(amount, doses[0].amount));
  const [volume] = volumes;
  const told = total ?? (same ? doses[0] : undefined);
  if (told) {
    dose.given = told.amount;
    if (total && doses.length > 1) dose.steps.push('the total is told');
  } else if (doses.length > 1) {
    dose.unclear = 'more than one dose is told';
    return;
  } else if (volume && concentration) {
    const given = inVolume(volume.amount, concentration);
    if (given) {
      dose.given = given;
      dose.steps.push('volume × concentration');
    }
  } else if (volume && volumes.length === 1) dose.given = volume.amount;
  else if (concentration && !volume) {
    // `150 mg/mL IM` names a strength; a syringe of one millilitre is usual, but not stated.
    dose.unclear = 'a concentration is told, but no volume';
  }
  multiply(dose, tokens, told ?? volume);
}

const totals = new Set(['=', 'total', 'totaling', 'totalling', 'dose:']);

function isTotal(tokens: readonly Token[], first: number): boolean {
  const [before, second] = [tokens[first - 1]?.text ?? '', tokens[first - 2]?.text ?? ''];
  return (
    totals.has(before) ||
    (before === ':' && second === 'dose') ||
    (before === 'of' && second === 'total') ||
    (before === 'dose' && second === 'total')
  );
}

/** `x2`, `each knee`: told for one, given more than once. */
function multiply(dose: SaidDose, tokens: readonly Token[], told: SaidAmount | undefined): void {
  if (!dose.given || !told) return;
  const text = tokens.map((token) => token.text).join(' ');
  const sides =
    /\beach (?:knee|shoulder|hip|side|eye|joint|wrist|elbow|arm|thigh)\b/.test(text) ||
    (/\beach\b/.test(text) && /\b(?:bilateral|both\b)/.test(text));
  const counted = /(?:^| )(?:x ?|× ?)([2-9])(?: doses?| vials?)?(?= |$)/.exec(text);
  const isVial = counted && /vials?/.test(counted[0]);
  const factor = sides ? 2n : counted && !isVial ? BigInt(counted[1] ?? '1') : 1n;
  if (factor === 1n) return;
  dose.given = times(dose.given, factor);
  dose.steps.push(sides ? 'the dose is told for each of two sides' : `the dose was given ${factor} times`);
}

/** Two doses of one drug on one day, as one amount; undefined where they do not compare. */
export function together(a: Amount, b: Amount): Amount | undefined {
  return a.measure === b.measure ? sum(a, b) : undefined;
}
