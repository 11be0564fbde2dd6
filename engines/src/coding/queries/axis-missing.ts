import type { Candidate } from '../candidates.ts';
import { type Asking, evidenceOfValue, isProviders, saidNow } from './asking.ts';
import { openAxes } from './open-axes/index.ts';
import type { OpenAxis } from './open-axes/open-axis.ts';
import { told } from './out-of-range.ts';
import { listed, named, quoted, type Raised, raise, shortest } from './raised.ts';
import { subjectOf } from './subject-of.ts';
import { type TreeAxis, treeAxis } from './tree-axes.ts';

/** A rule that takes up what the assessment passes over is not sure enough to ask about its detail. */
const leastSure = 0.45;
const mostValues = 6;

/** Coded diagnoses that leave open what their category divides by, and the record says nowhere. */
export function axesMissing(asking: Asking): Raised[] {
  const first = Math.min(...asking.settled.map(({ order }) => order));
  return asking.settled.flatMap((candidate) => {
    if (
      candidate.confidence < leastSure ||
      candidate.assertion !== 'present' ||
      !isStatedByProvider(candidate, asking)
    )
      return [];
    const known = openAxes.find(({ codes }) => codes.test(candidate.code));
    const isFirst = candidate.order === first;
    const asked = known ? askKnown(known, candidate, isFirst, asking) : askTree(candidate, asking);
    if (!asked) return [];
    return [{ ...asked, importance: asked.importance + (isFirst ? 1 : 0) }];
  });
}

function isStatedByProvider({ evidence }: Candidate, { read }: Asking): boolean {
  const providers = new Set(read.filter(isProviders).map(({ document }) => document.documentId));
  return evidence.some(({ documentId }) => providers.has(documentId));
}

function askKnown(
  open: OpenAxis,
  candidate: Candidate,
  isFirst: boolean,
  asking: Asking,
): Raised | undefined {
  if (open.only === 'inpatient' && !asking.isInpatient) return undefined;
  if (asking.speaksOf(open.stated)) return undefined;
  const values = open.values
    .flatMap((id) => asking.current(id).slice(-1))
    .filter(({ id, value }) => open.onlyIfValue?.(id, value) ?? true)
    .slice(0, mostValues);
  if (open.onlyIfValue && values.length === 0 && !(open.orFirst && isFirst)) return undefined;
  const said = open.onlyIfSaid ? saidNow(asking, open.onlyIfSaid) : undefined;
  if (open.onlyIfSaid && !said) return undefined;
  const facts = [...(said ? [quoted(said)] : []), ...values.map((value) => told(value))];
  const name = named(shortest(candidate.evidence) ?? { quote: candidate.title });
  return raise(
    'axis-missing',
    subjectOf(candidate.code),
    open.importance,
    `The record documents ${name}${facts.length > 0 ? ` and shows ${listed(facts)}` : ''}.`,
    `In your clinical judgment, can ${open.axis} be stated?`,
    open.options,
    [...candidate.evidence, ...(said ? [said] : []), ...values.map(evidenceOfValue)],
  );
}

const importanceOf: Record<TreeAxis['kind'], number> = { stage: 3, trimester: 2, severity: 1, side: 1 };

function askTree(candidate: Candidate, asking: Asking): Raised | undefined {
  const open = treeAxis(candidate.code, asking.book);
  if (!open) return undefined;
  if (open.kind === 'side' ? isSideSaid(open, candidate, asking) : isSaid(open, asking)) return undefined;
  const name = named(shortest(candidate.evidence) ?? { quote: candidate.title });
  return raise(
    'axis-missing',
    subjectOf(candidate.code),
    importanceOf[open.kind],
    `The record documents ${name}.`,
    `In your clinical judgment, can ${open.axis} be stated?`,
    open.options,
    candidate.evidence,
  );
}

const saidOf: Record<Exclude<TreeAxis['kind'], 'side'>, RegExp> = {
  stage: /\bstage ?(?:[1-4]|I{1,3}|IV)\b|unstageable|deep tissue/i,
  trimester: /\btrimester\b|\b\d{1,2} ?(?:weeks?|wks?|w\d)/i,
  severity: /\b(?:mild|moderate|severe)\b/i,
};

function isSaid({ kind }: TreeAxis, asking: Asking): boolean {
  return kind !== 'side' && asking.speaksOf({ words: saidOf[kind] });
}

const side = /\b(?:left|right|bilateral\w*|both|lt|rt|bilat|ou|od|os|au)\b|\b[LR]\b/i;
const synonyms: Readonly<Record<string, readonly string[]>> = {
  limb: ['leg', 'arm', 'foot', 'hand', 'calf', 'thigh', 'forearm', 'shin', 'ankle', 'wrist'],
  extremity: ['leg', 'arm', 'calf', 'thigh', 'foot'],
  lower: ['leg', 'calf', 'shin', 'thigh', 'foot', 'ankle', 'le '],
  upper: ['arm', 'ue '],
  eye: ['eyelid', 'vision'],
  eyeball: ['eye'],
  cornea: ['eye'],
  corneal: ['eye'],
  ocular: ['eye'],
  retina: ['eye'],
  renal: ['kidney'],
  testis: ['testic', 'orchi', 'scrot'],
  navicular: ['scaphoid', 'wrist', 'hand'],
  ear: ['tympanic', ' tm', 'otitis'],
};
const common = new Set([
  'side',
  'unspecified',
  'the',
  'and',
  'without',
  'with',
  'of',
  'initial',
  'encounter',
  'for',
  'pain',
  'acute',
  'chronic',
  'disease',
  'part',
  'other',
  'closed',
  'fracture',
  'primary',
  'joint',
]);
const longestClause = 1_500;

/** Whether any document names a side together with the site or the diagnosis; a coder may take it from there (I.B.13). */
function isSideSaid({ site }: TreeAxis, { evidence }: Candidate, { read }: Asking): boolean {
  const named = evidence.flatMap(
    ({ quote }) =>
      quote
        .toLowerCase()
        .match(/[a-z]{3,}/g)
        ?.slice(0, 8) ?? [],
  );
  const words = [...new Set([...site, ...named])].filter((word) => !common.has(word));
  // `Both` is said by the plural: `his ankles`.
  if (site.some((word) => named.includes(`${word}s`))) return true;
  const wanted = words.flatMap((word) => [word, ...(synonyms[word] ?? [])]);
  return read.some(({ clauses }) =>
    clauses.some(({ text, section }) => {
      if (section.kind === 'family-history' || text.length > longestClause || !side.test(text)) return false;
      const lower = text.toLowerCase();
      return wanted.some((word) => lower.includes(word));
    }),
  );
}
