import type { Evidence } from '../../model/index.ts';
import { readAssertions } from '../assertion.ts';
import type { Clause } from '../clauses.ts';
import { wordsOf } from '../words.ts';
import type { Asking } from './asking.ts';
import { quoted, type Raised, raise } from './raised.ts';

type Side = 'right' | 'left';

const sides: Readonly<Record<string, Side | 'both'>> = {
  right: 'right',
  rt: 'right',
  left: 'left',
  lt: 'left',
  bilateral: 'both',
  bilaterally: 'both',
  both: 'both',
  bilat: 'both',
  contralateral: 'both',
  other: 'both',
  opposite: 'both',
};
const anySide = /\b(?:right|left|[rl]t|bilat\w*|both|other|opposite|contralateral|[RL])\b/i;
const initials: Readonly<Record<string, Side>> = { R: 'right', L: 'left' };
const sites = new Map<string, string>(
  'knee hip shoulder ankle wrist elbow foot heel hand thumb ear eye breast kidney leg arm thigh calf forearm groin humerus femur tibia fibula radius ulna clavicle patella toe finger lung breast testicle ovary cheek'
    .split(' ')
    .flatMap((site) => [
      [site, site],
      [`${site}s`, site],
    ]),
);
/** Words that may stand between a side and its site. */
const mostBetween = 2;
const longestClause = 1_500;

interface Said {
  site: string;
  side: Side | 'both';
  evidence: Evidence;
  where: 'assessment' | 'told';
}

const assessed = new Set(['assessment', 'impression']);
/** An examination and a history look at the other side too. */
const tells = new Set(['complaint', 'present-illness', 'procedure', 'indication', 'body', 'results']);

/** The assessment says right of a site, and the complaint, the procedure or a report left, and never the same. */
export function sidesInConflict({ read }: Asking): Raised[] {
  const said: Said[] = read.flatMap(({ document, clauses }) =>
    clauses.flatMap((clause) => {
      const { kind } = clause.section;
      const isReport = document.kind === 'report' || document.kind === 'result';
      const where =
        assessed.has(kind) && !isReport ? 'assessment' : tells.has(kind) || isReport ? 'told' : undefined;
      if (!where || clause.text.length > longestClause) return [];
      return sidesOf(clause).map(({ start, end, ...rest }) => ({
        ...rest,
        where,
        evidence: {
          documentId: document.documentId,
          version: document.version,
          start,
          end,
          quote: document.text.slice(start, end),
        },
      }));
    }),
  );
  return [...new Set(said.map(({ site }) => site))].flatMap(
    (site) =>
      askOf(
        site,
        said.filter((one) => one.site === site),
      ) ?? [],
  );
}

function askOf(site: string, said: readonly Said[]): Raised | undefined {
  if (said.some(({ side }) => side === 'both')) return undefined;
  const inAssessment = said.filter(({ where }) => where === 'assessment');
  const elsewhere = said.filter(({ where }) => where === 'told');
  const [assessment, told] = [inAssessment[0], elsewhere[0]];
  if (!assessment || !told || assessment.side === told.side) return undefined;
  const isOne = (places: readonly Said[], { side }: Said) => places.every((one) => one.side === side);
  if (!isOne(inAssessment, assessment) || !isOne(elsewhere, told)) return undefined;
  return raise(
    'conflict',
    `side of ${site}`,
    4,
    `The record documents ${quoted(told.evidence)} and, in the assessment, ${quoted(assessment.evidence)}.`,
    'Which side was treated or evaluated at this encounter?',
    ['Right', 'Left', 'Both sides'],
    [told.evidence, assessment.evidence],
  );
}

/** Sides with their sites in a clause: `left knee`, `R distal radius`, `knee, left`; only what is meant of the patient now. */
function sidesOf(clause: Clause): { site: string; side: Side | 'both'; start: number; end: number }[] {
  if (!anySide.test(clause.text)) return [];
  const words = wordsOf(clause.text);
  const found: { site: string; side: Side | 'both'; start: number; end: number }[] = [];
  for (const [at, word] of words.entries()) {
    const side = sides[word.text] ?? initials[clause.text.slice(word.start, word.end)];
    if (!side) continue;
    for (let next = at + 1; next <= at + 1 + mostBetween; next++) {
      const named = words[next];
      if (!named || sides[named.text] || /[,.;:]/.test(clause.text.slice(word.end, named.start))) break;
      const site = sites.get(named.text);
      if (!site) continue;
      found.push({ site, side, start: clause.start + word.start, end: clause.start + named.end });
      break;
    }
  }
  if (found.length === 0) return found;
  const reading = readAssertions(clause.text, clause.isQuestion);
  return found.filter(
    ({ side, start, end }) =>
      side === 'both' || reading.of(start - clause.start, end - clause.start) === 'present',
  );
}
