import type { Evidence, QueryProposal } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import type { Case } from '../rules/rule.ts';
import { type FoundMeasurement, measurementsIn } from './indicator-values.ts';

/** Every question has a way out. Source: ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice. */
const waysOut = ['Other (please specify)', 'Unable to determine'];
const mostOptions = 8;

/** The questions that a record raises: values without a diagnosis, diagnoses without the detail their code needs. */
export function proposeQueries(settled: readonly Candidate[], about: Case): QueryProposal[] {
  return [...indicatorsWithoutDiagnosis(settled, about), ...missingDetail(settled, about)];
}

/** A value clearly out of range, and nothing in the record that explains it. One question for each measurement. */
function indicatorsWithoutDiagnosis(settled: readonly Candidate[], about: Case): QueryProposal[] {
  const proposals = new Map<string, QueryProposal>();
  for (const { document } of about.read) {
    for (const found of measurementsIn(document)) {
      const limit = outOfRange(found);
      if (!limit || proposals.has(limit.option) || isExplained(limit.explainedBy, settled, about)) continue;
      const { name, value, unit, documentId, version, span } = found;
      proposals.set(limit.option, {
        trigger: 'indicator-without-diagnosis',
        question:
          `The record shows ${name.toLowerCase()} ${value} ${unit} (usual reference ${limit.reference}). ` +
          'Please document the diagnosis or the clinical significance of this finding, if any.',
        options: [limit.option, 'No clinical significance', ...waysOut],
        evidence: [{ documentId, version, ...span }],
      });
    }
  }
  return [...proposals.values()];
}

function outOfRange({ value, indicator: { low, high } }: FoundMeasurement) {
  if (low && value < low.below) return low;
  if (high && value > high.above) return high;
  return undefined;
}

/** Whether a code explains it, or the record speaks of such a diagnosis in any way: the physician has thought of it. */
function isExplained(codes: RegExp, settled: readonly Candidate[], { read }: Case): boolean {
  if (settled.some(({ code }) => codes.test(code))) return true;
  return read.some(({ mentions }) => mentions.some(({ code }) => codes.test(code)));
}

/** A coded diagnosis whose category divides by something the record does not state. */
function missingDetail(settled: readonly Candidate[], { book }: Case): QueryProposal[] {
  return settled.flatMap((candidate) => {
    const entry = book.lookup(candidate.code);
    const parent = entry?.parents.at(-1);
    if (!entry || !parent || !/unspecified/i.test(entry.title)) return [];
    const siblings = book
      .children(parent.code)
      .filter((code) => code !== candidate.code && code.length === candidate.code.length);
    const titles = siblings
      .map((code) => book.lookup(code)?.title ?? '')
      .filter((title) => !/unspecified|other/i.test(title));
    const axis = axisOf(titles);
    if (!axis) return [];
    return [
      {
        trigger: 'diagnosis-lacks-detail',
        question: `The record documents “${shortest(candidate.evidence)}”. Please document the ${axis}, if it is known.`,
        options: [...titles.slice(0, mostOptions), ...waysOut],
        evidence: candidate.evidence,
      },
    ];
  });
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
