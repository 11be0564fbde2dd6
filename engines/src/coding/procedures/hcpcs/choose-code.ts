import { type Amount, printAmount } from './amounts.ts';
import { type DrugList, isSalt, type KnownName } from './drug-list.ts';
import type { DrugTitle } from './drug-title.ts';
import type { Route } from './route.ts';

/** What is known of a drug that was given, as far as its code depends on it. */
export interface GivenDrug {
  known: KnownName;
  route?: Route;
  given?: Amount;
  /** Folded words around it. */
  context: string;
  /** The patient is on dialysis for end-stage renal disease. */
  onDialysis: boolean;
}

export interface ChosenCode {
  title: DrugTitle;
  others: DrugTitle[];
  /** What the record would have to say to tell the code from the others. */
  open: string[];
}

/** Ways of giving for which no code of an injected or nebulized drug is meant. */
const taken: ReadonlySet<string> = new Set<Route>(['oral', 'topical']);
/** Words of titles that name the same drug once more or say nothing of the product. */
const neutral = new Set(
  'vitamin b b12 garamycin adrenalin in solution acid rho d human sucrose complex'.split(' '),
);

/** The HCPCS code of a drug that was given: of the titles that name it, the one whose every word the record bears out. */
export function chooseCode(asked: GivenDrug, list: DrugList): ChosenCode | undefined {
  const { route } = asked;
  if (route && taken.has(route)) return undefined;
  const drug = { ...asked, known: asRouted(asked) };
  const { known } = drug;
  const named = list.named(known.words).filter((title) => isMeant(title, drug));
  const told = new Set(
    named.flatMap(({ narrowing }) => narrowing).filter((word) => ` ${drug.context} `.includes(` ${word} `)),
  );
  const ranked = named
    .map((title) => ({ title, against: weigh(title, drug) + missed(title, told) }))
    .sort((a, b) => a.against - b.against || (a.title.code < b.title.code ? -1 : 1));
  const least = ranked[0]?.against;
  if (least === undefined || least >= refused) return undefined;
  const even = ranked.filter(({ against }) => against === least).map(({ title }) => title);
  const title = pickUnit(even, drug.given);
  if (!title) return undefined;
  const others = ranked
    .filter((one) => one.title !== title && one.against < refused)
    .slice(0, 6)
    .map((one) => one.title);
  return { title, others, open: openIn(title, even, drug) };
}

/** A name that means one salt only where it is given one way (`methylprednisolone` IV) leaves the salt open otherwise. */
function asRouted({ known, route }: GivenDrug): KnownName {
  if (!known.route || (known.route === 'iv' && route === 'intravenous')) return known;
  return { name: known.name, words: known.words.slice(0, 1) };
}

const refused = 20;

function isMeant({ code, form, narrowing }: DrugTitle, { known, route, onDialysis }: GivenDrug): boolean {
  if (known.codes && !known.codes.has(code)) return false;
  if (form === 'oral') return false;
  if (route === 'inhaled' ? form !== 'inhalation' : form === 'inhalation' && route !== undefined)
    return false;
  return !narrowing.includes(onDialysis ? 'non-esrd' : 'esrd');
}

/** A form that the record tells and a title lacks: `haloperidol decanoate` is not haloperidol. */
function missed({ narrowing }: DrugTitle, told: ReadonlySet<string>): number {
  return [...told].filter((word) => !narrowing.includes(word)).length * 3;
}

/** What in a title the record does not bear out, in points; `refused` and more: another drug or product. */
function weigh(title: DrugTitle, { known, route, given, context }: GivenDrug): number {
  const says = (words: string) => ` ${context} `.includes(` ${words} `);
  const implied = new Set(known.implies ?? []);
  let against = 0;
  for (const word of title.name) {
    if (known.words.includes(word) || says(word)) continue;
    if (neutral.has(word)) {
      against += 0.1;
      continue;
    }
    // A salt goes without saying; another substance does not.
    against += isSalt(word) ? 0.5 : refused;
  }
  for (const word of title.narrowing) {
    if (word === 'dme' || word === 'non-esrd' || word === 'esrd' || word === 'powder') continue;
    if (!implied.has(word) && !says(word) && !known.codes) against += 4;
  }
  for (const word of implied) if (!title.narrowing.includes(word)) against += 5;
  const isOwn = known.codes?.has(title.code) || title.product.some(says);
  if (title.product.length > 0 && !isOwn) against += title.ofMaker ? refused : 8;
  if (title.routes.length > 0 && route && !title.routes.includes(route)) against += 6;
  if (title.routes.length > 0 && !route) against += 1;
  // Temporary codes are for hospitals or other payers, where a permanent one exists.
  if (/^[CS]/.test(title.code)) against += 9;
  else if (!/^J/.test(title.code)) against += 0.2;
  if (given && title.unit && given.measure !== title.unit.measure) against += 2;
  return against;
}

/** A smallest unit this many times finer than the next is the newer way to count; the coarser code is on its way out. */
const muchFiner = 5n;

/**
 * Of codes that differ in their unit alone: the newer, much finer one; else the one that the dose fills exactly with
 * the fewest units (`80 mg` before `2 × 40 mg`); else the finest.
 */
function pickUnit(titles: readonly DrugTitle[], given: Amount | undefined): DrugTitle | undefined {
  const sized = titles.flatMap((title) => (title.unit ? [{ title, unit: title.unit }] : []));
  sized.sort((a, b) => (a.unit.nano < b.unit.nano ? -1 : a.unit.nano > b.unit.nano ? 1 : 0));
  const [finest, next] = sized;
  if (!finest) return titles[0];
  const coarser = sized.find(({ unit }) => unit.nano > finest.unit.nano) ?? next;
  if (coarser && coarser.unit.nano >= finest.unit.nano * muchFiner) return finest.title;
  const exact =
    given && sized.findLast(({ unit }) => unit.measure === given.measure && given.nano % unit.nano === 0n);
  return (exact ?? finest).title;
}

function openIn(title: DrugTitle, even: readonly DrugTitle[], { known, route }: GivenDrug): string[] {
  const open: string[] = [];
  const salts = (one: DrugTitle) =>
    one.name.filter((word) => isSalt(word) && !known.words.includes(word)).join(' ');
  const kinds = new Set(even.map(salts));
  if (kinds.size > 1) open.push(`which ${known.name} was given: ${[...kinds].filter(Boolean).join(', ')}`);
  if (title.product.length > 0 && !known.codes)
    open.push(`which product was given (${title.product.join(', ')})`);
  if (title.routes.length > 0 && !route) open.push(`how it was given: ${title.routes.join(' or ')}`);
  return open;
}

/** What a record would have to say for another code: a product, a form, another unit. */
export function needsOf(title: DrugTitle): string {
  const parts = [
    ...title.product.map((name) => `product: ${name}`),
    ...title.routes,
    ...title.narrowing.filter((word) => word !== 'dme'),
    ...(title.unit ? [`counted by ${printAmount(title.unit)}`] : []),
  ];
  return parts.join(', ');
}
