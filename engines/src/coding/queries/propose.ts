import type { Evidence, QueryProposal } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import type { Case } from '../rules/rule.ts';
import { type FoundMeasurement, measurementsIn } from './indicator-values.ts';
import { openKind } from './open-kind.ts';

/** Every question has a way out. Source: ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice. */
const waysOut = ['Other (please specify)', 'Unable to determine'];
const mostOptions = 8;

/** A physician answers two or three questions about a visit; a longer list is left unread. */
const mostQuestions = 3;

/** A question and how much depends on its answer. */
interface Raised {
  proposal: QueryProposal;
  importance: number;
}

/**
 * The questions that a record raises, the most important first: values without a diagnosis, diagnoses
 * without the detail their code needs.
 */
export function proposeQueries(settled: readonly Candidate[], about: Case): QueryProposal[] {
  return [...indicatorsWithoutDiagnosis(settled, about), ...missingDetail(settled, about)]
    .sort((a, b) => b.importance - a.importance)
    .slice(0, mostQuestions)
    .map(({ proposal }) => proposal);
}

/** A value clearly out of range, and nothing in the record that explains it. One question for each meaning. */
function indicatorsWithoutDiagnosis(settled: readonly Candidate[], about: Case): Raised[] {
  const raised = new Map<readonly string[], Raised>();
  for (const { document } of about.read) {
    for (const found of measurementsIn(document)) {
      const limit = outOfRange(found);
      if (!limit || raised.has(limit.options) || isExplained(limit.explainedBy, settled, about)) continue;
      const { name, value, unit, documentId, version, span } = found;
      raised.set(limit.options, {
        importance: isCritical(value, limit) ? 4 : 2,
        proposal: {
          trigger: 'indicator-without-diagnosis',
          question:
            `The record shows ${name.charAt(0).toLowerCase()}${name.slice(1)} ${value} ${unit} (usual reference ${limit.reference}). ` +
            'Please document the diagnosis or the clinical significance of this finding, if any.',
          options: [...limit.options, 'No clinical significance', ...waysOut],
          evidence: [{ documentId, version, ...span }],
        },
      });
    }
  }
  return [...raised.values()];
}

function outOfRange({ value, indicator: { low, high } }: FoundMeasurement) {
  if (low && value < low.below) return low;
  if (high && value > high.above) return high;
  return undefined;
}

function isCritical(value: number, limit: NonNullable<ReturnType<typeof outOfRange>>): boolean {
  if (limit.critical === undefined) return false;
  return 'below' in limit ? value < limit.critical : value > limit.critical;
}

/** Whether a code explains it, or the record speaks of such a diagnosis in any way: the physician has thought of it. */
function isExplained(codes: RegExp, settled: readonly Candidate[], { read }: Case): boolean {
  if (settled.some(({ code }) => codes.test(code))) return true;
  return read.some(({ mentions }) => mentions.some(({ code }) => codes.test(code)));
}

/** A coded diagnosis whose category divides by something the record does not state. */
function missingDetail(settled: readonly Candidate[], about: Case): Raised[] {
  const first = Math.min(...settled.map(({ order }) => order));
  return settled.flatMap((candidate) => {
    const asked = openKind(candidate, about) ?? openAxis(candidate, about);
    return asked ? [{ importance: candidate.order === first ? 3 : 1, proposal: asked }] : [];
  });
}

function openAxis({ code, evidence }: Candidate, { book }: Case): QueryProposal | undefined {
  const entry = book.lookup(code);
  const parent = entry?.parents.at(-1);
  if (!entry || !parent || !/unspecified/i.test(entry.title)) return undefined;
  const siblings = book.children(parent.code).filter((one) => one !== code && one.length === code.length);
  const titles = siblings
    .map((one) => book.lookup(one)?.title ?? '')
    .filter((title) => !/unspecified|other/i.test(title));
  const axis = axisOf(titles);
  if (!axis) return undefined;
  return {
    trigger: 'diagnosis-lacks-detail',
    question: `The record documents “${shortest(evidence)}”. Please document the ${axis}, if it is known.`,
    options: [...titles.slice(0, mostOptions), ...waysOut],
    evidence,
  };
}

/** Axes worth a physician's time: they change the code and the physician knows the answer. */
function axisOf(titles: readonly string[]): string | undefined {
  const all = titles.join(' ').toLowerCase();
  if (titles.length < 2) return undefined;
  if (/\bstage\b/.test(all)) return 'stage';
  if (/\bright\b/.test(all) && /\bleft\b/.test(all)) return 'side';
  if (/\bsystolic\b/.test(all)) return 'type';
  if (/\bmild\b/.test(all) && /\bsevere\b/.test(all)) return 'severity';
  return undefined;
}

function shortest(evidence: readonly Evidence[]): string {
  return [...evidence].sort((a, b) => a.quote.length - b.quote.length)[0]?.quote ?? '';
}
