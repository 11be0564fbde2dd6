import type { Mention } from '../mention.ts';
import type { ReadDocument } from '../rules/rule.ts';
import { type Asking, evidenceOfMention, isProviders } from './asking.ts';
import { quoted, type Raised, raise } from './raised.ts';
import { subjectOf } from './subject-of.ts';

/** Findings of images and tissue that no provider leaves without a word: what is acute, malignant, broken or blocked. */
const serious =
  /^(?:C|D0|D3[7-9]|D4[0-9]|I26|I6[0-3]|I71|I82|J1[2-8]|J85|J86|J9[03]|K35|K56|K63\.1|K65|K8[015]|K74|M80|M84\.[345]|M86|N13|R91|S\d2|S06|N63|G93\.[256]|I3[13])/;
const concluding = new Set(['impression', 'assessment', 'body', 'results']);

/**
 * What a report concludes and no provider's note speaks of: not coded from the report alone, where a provider treats the
 * patient (guideline III.B for stays, IV.J for visits).
 */
export function findingsOfReports(asking: Asking): Raised[] {
  if (!asking.read.some((one) => isProviders(one) && one.mentions.length > 0)) return [];
  const notes = asking.read.filter(isProviders).map(({ document }) => document.text.toLowerCase());
  const spoken = new Set(
    asking.read.filter(isProviders).flatMap(({ mentions }) => mentions.map(({ code }) => code.slice(0, 3))),
  );
  return asking.read
    .filter(({ document }) => document.kind === 'report')
    .flatMap((read) =>
      read.mentions.slice(0, mostFindings).flatMap((mention) => ask(read, mention, spoken, notes) ?? []),
    );
}

/** A report that finds more has said it in its first lines. */
const mostFindings = 60;

function ask(
  read: ReadDocument,
  mention: Mention,
  spoken: ReadonlySet<string>,
  notes: readonly string[],
): Raised | undefined {
  const { code, assertion, clause } = mention;
  if (assertion !== 'present' || !serious.test(code) || spoken.has(code.slice(0, 3))) return undefined;
  const { kind } = clause.section;
  const hasImpression = read.clauses.some(({ section }) => section.kind === 'impression');
  if (!concluding.has(kind) || (hasImpression && kind !== 'impression' && kind !== 'assessment'))
    return undefined;
  if (
    /\b(?:old|remote|chronic|healed|unchanged|stable|known|prior|status post|s\/p)\b/i.test(
      clause.text.slice(0, 1_500),
    )
  )
    return undefined;
  if (saysWords(read, mention, notes)) return undefined;
  const said = evidenceOfMention(read, mention);
  return raise(
    'indicator-without-diagnosis',
    subjectOf(code),
    4,
    `A report of the record states ${quoted(said)}.`,
    'In your clinical judgment, is there a diagnosis or another clinical significance that goes with this finding?',
    [
      'A diagnosis that was evaluated or treated (please name it)',
      'A finding to be followed, without a diagnosis yet',
      'No clinical significance',
    ],
    [said],
  );
}

/** Whether a note uses the words of the finding, though it was read as another code. */
function saysWords(read: ReadDocument, { start, end }: Mention, notes: readonly string[]): boolean {
  const words =
    read.document.text
      .slice(start, end)
      .toLowerCase()
      .match(/[a-z]{5,}/g) ?? [];
  const telling = words.filter((word) => !vague.has(word)).sort((a, b) => b.length - a.length)[0];
  if (!telling) return false;
  return notes.some((note) => note.includes(telling.slice(0, 8)));
}

const vague = new Set([
  'acute',
  'right',
  'left',
  'lower',
  'upper',
  'small',
  'large',
  'multiple',
  'chronic',
  'bilateral',
]);
