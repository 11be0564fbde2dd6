import type { IsoDate } from '../../model/index.ts';
import type { RuleFinding, TransactionRule } from '../rules/rule.ts';
import type { Segment } from '../tokens/segment.ts';
import { all, type Loop, perLoop } from '../walk/loop.ts';
import { codesOf, type PlacedCode } from './code-places.ts';
import { type CodePort, type CodeSet, codeSetNames } from './code-set.ts';
import { dateOf } from './dates.ts';
import { isForeign } from './foreign-qualifier.ts';
import { editionDue } from './icd-editions.ts';
import { hasShape, shapeIsAll } from './shapes.ts';

/** SNIP 5: every code of an external code set is one, and was in force on the date of service. */
export const codeRule: TransactionRule = {
  id: 'code-set',
  snip: 5,
  from: 'guide',
  source: '45 CFR 162.1002 and 162.1011; external code sources of the guides',
  when: 'a code of an external code set is one of the set, on the date of service where the set has editions',
  start(report, codes) {
    return {
      closed(loop) {
        for (const segment of loop.segments) {
          for (const placed of codesOf(segment)) {
            const { set, code } = placed;
            if (!hasShape(set, code)) {
              if (!isOfOtherEdition(placed, loop) && !isForeign(segment, loop, placed))
                report(fault(segment, loop, placed, undefined));
            } else if (!shapeIsAll.has(set)) {
              const date = dateOf(loop, set);
              if (codes(set, code, date) === false && !isForeign(segment, loop, placed))
                report(fault(segment, loop, placed, date));
            }
          }
        }
      },
    };
  },
};

const otherEdition: Partial<Record<CodeSet, CodeSet>> = { icd9cm: 'icd10cm', icd10cm: 'icd9cm' };

/**
 * A qualifier of ICD-9 before a code of ICD-10, or the reverse, where the code is of the edition of the others or of
 * that which is due: the qualifier is what is wrong, and is told.
 */
function isOfOtherEdition({ set, code }: PlacedCode, loop: Loop): boolean {
  const other = otherEdition[set];
  if (other === undefined || loop.id !== '2300') return false;
  const dotted = other === 'icd10cm' && code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
  const plain = other === 'icd9cm' ? code.replace('.', '') : dotted;
  if (!hasShape(other, plain)) return false;
  return setsOf(loop).has(other) || editionDue(loop, dateOf(loop, set)) === other;
}

/** The sets that the diagnoses and procedures of a claim are bound to by their qualifiers. */
const setsOf = perLoop(
  (claim): ReadonlySet<CodeSet> =>
    new Set(all(claim, 'HI').flatMap((segment) => codesOf(segment).map(({ set }) => set))),
);

function fault(
  segment: Segment,
  loop: Loop,
  { set, index, part }: PlacedCode,
  date: IsoDate | undefined,
): RuleFinding {
  const name = segment.id + String(index).padStart(2, '0');
  const element = part === undefined ? name : `${name}-${part}`;
  const onDate = date === undefined ? '' : ' on the date of service';
  const message =
    set === 'npi'
      ? `${element} is no NPI: ten digits with the right check digit are due.`
      : `${element} is no ${codeSetNames[set]}${onDate}.`;
  return { code: set === 'npi' ? 'npi' : 'code-set', segment, loop: loop.id, element, message };
}

/** A port that answers nothing: only shapes are judged. */
export const noCodes: CodePort = () => undefined;
