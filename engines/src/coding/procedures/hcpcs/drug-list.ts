import type { ListedCodes } from '../../../model/index.ts';
import { type Alias, aliases } from './drug-names.ts';
import { type DrugTitle, foldName, readDrugTitle } from './drug-title.ts';

/** A name under which a drug stands in a record, and what a title must say to be that drug. */
export interface KnownName extends Alias {
  /** Codes that are only for the product of this name. */
  codes?: ReadonlySet<string>;
}

/** The drugs of a HCPCS edition, by the names clinicians write. */
export interface DrugList {
  titles: DrugTitle[];
  /** Names by their first word, the longest first. */
  names: Map<string, KnownName[]>;
  /** The titles whose name holds all these words. */
  named(words: readonly string[]): DrugTitle[];
}

/** Salts and the like, which clinicians leave out where only one is in use. */
const salts = new Set(
  `sodium hcl hydrochloride phosphate sulfate acetate succinate tromethamine citrate mesylate maleate tartrate
  lactate disodium calcium potassium bromide besylate gluconate fumarate benzoate nitrate fosamil hydrobromide
  edisylate pamoate chloride acetonide trihydrate mofetil salmon bitartrate dimeglumine meglumine alfa`.split(
    /\s+/,
  ),
);

export const isSalt = (word: string) => salts.has(word);

const lists = new WeakMap<ListedCodes, DrugList>();

/** The drugs of an edition; read once for each opened edition. */
export function drugsOf(codes: ListedCodes): DrugList {
  let list = lists.get(codes);
  if (!list) {
    list = readDrugs(codes);
    lists.set(codes, list);
  }
  return list;
}

function readDrugs(codes: ListedCodes): DrugList {
  const titles: DrugTitle[] = [];
  for (let place = 0; place < codes.size; place++) {
    const { code, title, billable } = codes.row(place);
    const drug = billable ? readDrugTitle(code, title) : undefined;
    if (drug) titles.push(drug);
  }
  const byWord = new Map<string, DrugTitle[]>();
  for (const title of titles) {
    for (const word of new Set(title.name)) byWord.set(word, [...(byWord.get(word) ?? []), title]);
  }
  const named = (words: readonly string[]) => {
    const [first = '', ...rest] = words;
    return (byWord.get(first) ?? []).filter(({ name }) => rest.every((word) => name.includes(word)));
  };
  return { titles, names: namesOf(titles), named };
}

/** Brand names and abbreviations of our own list, the names in the titles, and the products they name. */
function namesOf(titles: readonly DrugTitle[]): Map<string, KnownName[]> {
  const names = new Map<string, KnownName>();
  for (const { name, product, ofMaker, code } of titles) {
    // Titles that join several substances are found by each name and told apart later.
    for (const said of [name, name.filter((word) => !salts.has(word)), name.slice(0, 1)]) {
      const text = said.join(' ');
      if (text.length >= 4 && !salts.has(text) && !everyday.has(text))
        names.set(text, { name: text, words: said });
    }
    if (ofMaker) continue;
    for (const brand of product.flatMap((text) => text.split(' or '))) {
      const known = names.get(brand)?.codes;
      if (makers.has(brand) || brand.length < 4) continue;
      const own = new Set([...(known ?? []), code]);
      names.set(brand, { name: brand, words: name.filter((word) => !salts.has(word)), codes: own });
    }
  }
  for (const alias of aliases()) {
    const brand = names.get(alias.name);
    if (!brand?.codes) names.set(alias.name, alias);
  }
  const byFirst = new Map<string, KnownName[]>();
  for (const known of names.values()) {
    const first = foldName(known.name).split(' ')[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), known]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.name.length - a.name.length);
  return byFirst;
}

/** First words of titles that mean other things in a record. */
const everyday = new Set(
  `human protein normal hypertonic gold iron sodium calcium gamma immune factor vitamin testing tetanus gallium
  interferon mannitol urea alpha patient ringers water dextrose secretin compounded hepatitis insulin sterile
  therapeutic intravesical dermal contrast radiesse bone fecal zinc whole blood plasma oxygen screening`.split(
    /\s+/,
  ),
);

/** Makers that titles name in parentheses as they do brands. */
const makers = new Set(
  `accord baxter hospira hikma pfizer teva sandoz mylan apotex exela endo bpi belcher maia cipla ani
  auromedics xellia slayback almaject avyxa bluepoint novaplus sagent`.split(/\s+/),
);
