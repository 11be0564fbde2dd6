import type { DocumentKind, Setting } from '../model/index.ts';
import type { Mention } from './mention.ts';
import type { SectionKind } from './sections.ts';

/** Sections that state what was found out about the patient at this visit. */
const conclusions: ReadonlySet<SectionKind> = new Set(['assessment', 'impression']);

/** Uncertain diagnoses of a discharge are coded as if they existed (II.H); outpatient ones are not (IV.H). */
export function isCodable(
  mention: Mention,
  kind: DocumentKind,
  setting: Setting,
  concluding: boolean,
): boolean {
  const { section, isHead, isDetail } = mention.clause;
  const allowed =
    mention.assertion === 'present' || (setting === 'inpatient' && mention.assertion === 'uncertain');
  // What a list keeps may be long over; a visit codes what it addresses (IV.J).
  if (!allowed || kind === 'problem-list') return false;
  // Reasons for contact and statuses are named in lists; in running text their words mean other things.
  if (!isHead && /^Z/.test(mention.code)) return false;
  // Examinations and follow-ups are reasons for a visit, never for a stay (section II).
  if (setting === 'inpatient' && /^Z(?:0[0-49]|1[23])/.test(mention.code)) return false;
  if (conclusions.has(section.kind)) return !isDetail;
  // `F/u` at the head of a note is why it was written.
  if (/^Z09/.test(mention.code)) return false;
  // A plan's fittings, removals and examinations are still to come.
  // What a course of a stay tells of tests are values, not conclusions (III.B).
  if (section.kind === 'plan') return isHead && !/^(?:Z(?:0|1[0-3]|4)|R[789])/.test(mention.code);
  // An addendum says what became known after the visit, and is written by the provider.
  if (kind === 'addendum' && section.kind === 'body') return !/^R/.test(mention.code);
  // A value or a picture is coded only through what someone concludes from it.
  if (concluding || kind === 'result' || kind === 'report') return false;
  return (
    section.kind === 'body' ||
    section.kind === 'present-illness' ||
    section.kind === 'results' ||
    section.kind === 'complaint' ||
    section.kind === 'indication' ||
    section.kind === 'problem-list'
  );
}
