import { readAssertions } from '../assertion.ts';
import type { Case } from '../rules/rule.ts';
import { clauseAt } from '../section-places.ts';

/** What of a person changes which values are usual. */
export interface Person {
  isChild: boolean;
  isPregnant: boolean;
}

const adultFrom = 18;
/** Ages stand near the beginning of a record. */
const readTo = 20_000;

const years =
  /\b(\d{1,3})[ -]?(?:years?|yrs?|y)(?:[ -]old|[ -]?o\b|\/o)|\b(\d{1,3}) ?(?:y\/?o|y\.o\.)|\b(?:age|aged)[: ] ?(\d{1,3})\b|\b(\d{1,3})[ -]?(?:male|female|man|woman|boy|girl)\b|\b(\d{1,3})[ -]yr?s?[ -](?:M|F)\b/i;
/** `66F`: near the beginning only, and not the end of a temperature or the width of a catheter. */
const letter = /(?<![.\d])\b(\d{1,3}) ?[MF]\b(?! ?(?:Foley|catheter|fr))/;
const readLetterTo = 400;
const young =
  /\b\d{1,2}[ -]?(?:month|mo|mos|week|wk|day)s?[ -](?:old|boy|girl|male|female|M|F)\b|\b(?:newborn|neonate|neonatal|infant|toddler|well child|pediatrics?|peds)\b/i;
const carrying =
  /\b(?:pregnant|IUP|intrauterine pregnancy|prenatal visit|antepartum|post-?partum|weeks? gestation|gestational age|EGA)\b|\b\d{1,2}w\d\b|\b\d{1,2}(?:\+\d| \d\/7)? ?(?:weeks?|wks?) (?:pregnant|gestation|IUP)/i;

/** Age and pregnancy as the record tells them; an adult who is not pregnant where it tells nothing. */
export function personOf(about: Case, spoken: ReadonlySet<string>): Person {
  return {
    isChild: about.read.some(
      ({ document }) => document.kind !== 'result' && isChildIn(document.text.slice(0, readTo)),
    ),
    isPregnant: [...spoken].some((code) => /^(?:O[0-9]|Z3[3A4])/.test(code)) || saysPregnant(about),
  };
}

function isChildIn(text: string): boolean {
  const told = years.exec(text) ?? letter.exec(text.slice(0, readLetterTo));
  const age = told?.slice(1).find((part) => part !== undefined);
  const early = young.exec(text);
  // `F/u asthma, 34M; mother of a toddler`: the age told first is the patient's.
  if (told && (!early || told.index < early.index)) return Number(age) < adultFrom;
  return early !== null;
}

function saysPregnant({ read }: Case): boolean {
  return read.some(({ document, clauses }) => {
    const found = carrying.exec(document.text.slice(0, readTo));
    if (!found || document.kind === 'result') return false;
    const clause = clauseAt(clauses, found.index);
    if (!clause || clause.section.kind === 'family-history' || clause.text.length > 1_500) return false;
    const at = found.index - clause.start;
    return readAssertions(clause.text, clause.isQuestion).of(at, at + found[0].length) === 'present';
  });
}
