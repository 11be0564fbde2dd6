import { type Amount, amountOf, isUnit, sum } from './amounts.ts';
import { amountsIn, type Token, tokensOf } from './dose-words.ts';

/** What a HCPCS title says of a drug: its name, one billing unit of it, and for what product it is meant. */
export interface DrugTitle {
  code: string;
  title: string;
  /** Words of the substance, as the title orders them: `['ceftriaxone', 'sodium']`. */
  name: string[];
  /** What one billing unit holds. Absent where it names none, or a range. */
  unit?: Amount;
  form: 'injection' | 'oral' | 'inhalation' | 'other';
  /** Words that narrow the title to a form or a patient, all of which must be said: `depot`, `esrd`. */
  narrowing: string[];
  /** Ways of giving, one of which must be said; none where the title names none. */
  routes: string[];
  /** Brand or maker in parentheses; such a code is only for that product. */
  product: string[];
  /** Not interchangeable with the general code; the name in parentheses is then the maker. */
  ofMaker: boolean;
}

/** Words that only say how the title counts or what kind of line it is. */
const plain = new Set(
  `injection injectable inj infusion per up to and or with in of the a for by provided use iv any each
  code may be used medicare when drug administered under direct supervision physician not self fda approved
  prescription only otherwise specified nos sterile usp solution powder recombinant synthetic total form
  containing unit therapeutically equivalent dose single complex liquid non lyophilized vial treatment
  therapeutic ampule method study excludes final product through free percent less than equal greater
  contraceptive system including supplies releasing supply purposes`.split(/\s+/),
);

/** Words that the record must say too, for the code to be meant. */
const narrow = new Set(
  `implant depot suspension flush lock liposomal liposome biosimilar preservative extended decanoate
  hyaluronidase dme pump compounded release microsphere trial diagnostic minidose full acting long concentrated
  protein bound pegylated imported prophylaxis powder lipid`.split(/\s+/),
);

/** Ways in which a drug is given, of which the record must say one where the title does. */
const routes = new Set(
  `intravenous intramuscular subcutaneous intravitreal intraocular intrathecal epidural ophthalmic intravesical
  irrigation topical nasal otic rectal suprachoroidal intradermal`.split(/\s+/),
);

/** What stands in parentheses and is no name of a product. */
const general =
  /^(?:human|recombinant|ovine|equine|bovine|e\.?g|for |code |not |g-csf|gm-csf|heparin lock|vitamin|intravesical|antihemophilic|nitrogen|i\.e|factor|preservative|up to|contraceptive|\d)/;

/** Codes under which drugs stand; skin substitutes, blood and vaccines are other things. */
const drugCodes = /^(?:J\d|Q0|Q2|Q30|Q4081|Q5|Q99|C9[0-4]|S0)/;

/** Reads a title of a drug; undefined for what is no drug with a substance of its own. */
export function readDrugTitle(code: string, printed: string): DrugTitle | undefined {
  if (!drugCodes.test(code)) return undefined;
  const title = printed
    .toLowerCase()
    .replaceAll('i.u.', 'iu')
    .replaceAll('non-compounded', '')
    .replace(/excludes biosimilars?/, '');
  if (/vaccine|not otherwise classified|unclassified|supply fee|supplying|\bnoc\b/.test(title))
    return undefined;
  const { outside, inside } = partParentheses(title);
  const tokens = tokensOf(outside.replaceAll('non-depot', 'nondepot'));
  // `less than or equal to 100 mg` names a range, not a unit.
  const counted = /less than|greater than/.test(outside) ? undefined : billingUnit(tokens, inside, outside);
  const isDevice = /intrauterine|contraceptive\) implant|implant system/.test(title);
  if (!counted && !isDevice && !/^[JQ]/.test(code)) return undefined;
  const product: string[] = [];
  const narrowing = new Set<string>();
  for (const text of inside) {
    if (/\besrd|dialysis/.test(text)) narrowing.add(/\bnon[ -]?esrd/.test(text) ? 'non-esrd' : 'esrd');
    else if (!general.test(text)) product.push(foldName(text));
    else for (const { text: word } of tokensOf(text)) if (narrow.has(word)) narrowing.add(word);
  }
  const said = new Set(tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text));
  for (const word of said) if (narrow.has(word) || word === 'nondepot') narrowing.add(word);
  const name = tokens.filter(isNameWord).map(({ text }) => text);
  if (name.length === 0) return undefined;
  return {
    code,
    title: printed,
    name: [...new Set(name)],
    ...(counted ? { unit: counted } : isDevice ? { unit: onePiece } : {}),
    form: formOf(title, code),
    narrowing: [...narrowing],
    routes: [...said].filter((word) => routes.has(word)),
    product,
    ofMaker: /not ?there?apeutically/.test(title),
  };
}

const onePiece: Amount = { measure: 'pieces', nano: 1_000_000_000n };

function isNameWord({ kind, text }: Token): boolean {
  if (kind !== 'word' || plain.has(text) || narrow.has(text) || routes.has(text)) return false;
  return (
    !isUnit(text) && text !== 'nondepot' && text !== 'oral' && text !== 'inhalation' && !/^j\d{4}$/.test(text)
  );
}

function formOf(title: string, code: string): DrugTitle['form'] {
  if (/\binhalation|inhaler|nebuliz/.test(title) && !/^injection/.test(title)) return 'inhalation';
  if (/\boral\b/.test(title) || /^J8/.test(code)) return 'oral';
  // `Albuterol, up to 2.5 mg and ipratropium …, administered through dme` is nebulized, insulin is not.
  if (/through dme/.test(title) && !/insulin/.test(title)) return 'inhalation';
  return 'injection';
}

/** `Depo-Provera` and `depo provera` are one name; `b-12` is `b 12`. */
export function foldName(text: string): string {
  return tokensOf(text)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ text: word }) => word)
    .join(' ');
}

function partParentheses(title: string): { outside: string; inside: string[] } {
  const inside: string[] = [];
  let outside = '';
  let from = 0;
  for (let open = title.indexOf('('); open >= 0; open = title.indexOf('(', from)) {
    const close = title.indexOf(')', open);
    if (close < 0) break;
    // `rho(d)` and `f(ab)2` are parts of names.
    const isName = close - open <= 4 && /[a-z]/.test(title.charAt(open - 1));
    outside += isName ? title.slice(from, close + 1) : `${title.slice(from, open)} `;
    if (!isName) inside.push(title.slice(open + 1, close).trim());
    from = close + 1;
  }
  return { outside: outside + title.slice(from), inside };
}

/**
 * The amount one unit stands for: the last outside of parentheses that is neither a result (`500 ml = 1 unit`)
 * nor a container; of a combination the total, as printed in parentheses or added up
 * (`50 mg and tazobactam 25 mg` is dosed as 75 mg).
 */
function billingUnit(tokens: Token[], inside: readonly string[], outside: string): Amount | undefined {
  const amounts = amountsIn(tokens).filter(
    ({ first, last }) => tokens[first - 1]?.text !== '=' && tokens[last + 1]?.text !== 'vial',
  );
  const total = inside.flatMap((text) => {
    const own = amountsIn(tokensOf(text.split('=')[0] ?? ''));
    return /^[\d.,]+ ?[a-z]+( ?= ?1 unit)?$/.test(text) ? own : [];
  })[0]?.amount;
  const [first, second] = amounts;
  if (!first) return total ?? bareUnit(outside);
  if (!second) return first.amount;
  const isCombination = /\d ?[a-z]+ ?\/ ?\d| and /.test(outside);
  if (!isCombination) return amounts.at(-1)?.amount;
  const same = amounts.every(({ amount }) => amount.measure === first.amount.measure);
  return total ?? (same ? amounts.map(({ amount }) => amount).reduce(sum) : first.amount);
}

/** `per iu`, `per gm`, `per single use vial`: one of it, without a number. */
function bareUnit(outside: string): Amount | undefined {
  const bare =
    /\bper (?:single (?:use|dose) |therapeutic )?(iu|mg|milligram|gm|gram|ml|cc|vial|dose|treatment|instillation|implant)\b/.exec(
      outside,
    );
  return bare ? amountOf('1', bare[1] ?? '') : undefined;
}
