import type { CodeHit } from '../../../model/index.ts';
import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { clauseAround } from '../stated.ts';
import { sameSide } from './specific-over-unspecified.ts';

/** Growths, skin and bone: categories that are divided by the site a specimen or a picture is of. */
const divided = /^(?:C\d\d|C4A|C7A|D0\d|D1\d|D2\d|D3\d|D4\d|L82|M85|M8[01]|K63|K62|N87)/;
const unsited = /\bunspecified\b(?! type)|\bskin, unspecified|\(primary\) neoplasm/i;
/** What was done to take the specimen, and letters of its parts. */
const procedure =
  /\b(?:part|specimen|skin|core|needle|shave|punch|excision(?:al)?|incisional|biops\w+|bx|polypectomy|resection|FNA|lumpectomy|curettings?|cold|hot|snare|margin|mass|lesion|polyps?|at \d+ ?cm|received|labell?ed)\b|^[A-H][.):]|\d+/gi;
/** A label names a place of the body, or a side; `squamous cell` does not. */
const place =
  /\b(?:right|left|cheek|nos\w+|nasal|forehead|temple|scalp|ears?|auric\w+|helix|lips?|eyelid|chin|jaw|face|facial|neck|back|trunk|chest|breasts?|abdom\w+|flank|shoulder|arm|forearm|elbow|wrist|hand|finger|thumb|thigh|leg|calf|shin|knee|ankle|foot|toe|heel|hip|femoral|spine|lumbar|colon|cecum|sigmoid|rectum|rectal|ascending|transverse|descending|stomach|antrum|gastric|esophagus|lung|lobe|liver|kidney|bladder|prostate|cervix|endometri\w+|ovary|uterus|thyroid|vulva|penis|scrotum|buttock|groin|axilla)\b/i;
const longestLabel = 80;

/** The site that a report puts before a diagnosis, as a label, belongs to the diagnosis. */
export const siteFromLabel: CodingRule = {
  id: 'site-from-label',
  source: 'ICD-10-CM Official Guidelines I.B.2 and IV.K',
  reason: 'The site named on the specimen or before the diagnosis is the site of the diagnosis.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      if (!divided.test(candidate.code) || !unsited.test(candidate.title)) return candidate;
      for (const label of labelsOf(candidate, about)) {
        const quote = candidate.evidence[0]?.quote ?? '';
        const hit = about.book
          .search(`${quote} ${label}`, { limit: 3 })
          .find((one) => isMoreExact(one, candidate));
        if (hit) return moved(candidate, hit.code, about.book, `Site from "${label}"`);
      }
      return candidate;
    });
  },
};

function isMoreExact(hit: CodeHit, candidate: Candidate): boolean {
  const { code, billable, title, score } = hit;
  const { code: from } = candidate;
  const kind = from === 'C80.1' ? /^C(?!80|7[789])/ : new RegExp(`^${from.slice(0, 3)}`);
  return (
    billable &&
    score >= leastScore &&
    kind.test(code) &&
    code !== from &&
    !unsited.test(title) &&
    sameSide(hit, candidate)
  );
}

const leastScore = 0.4;

/** Labels nearest first: in the sentence, behind the name of the specimen, in the title of the document. */
function labelsOf(candidate: Candidate, about: Case): string[] {
  const evidence = candidate.evidence[0];
  const clause = evidence && clauseAround(about, evidence);
  const document = about.read.find((one) => one.document.documentId === evidence?.documentId);
  if (!evidence || !clause || !document) return [];
  const before = clause.text.slice(0, evidence.start - clause.start);
  const behind = clause.text.slice(evidence.end - clause.start, evidence.end - clause.start + longestLabel);
  const specimen = document.clauses.find(({ section }) => /^(?:specimen|site)/i.test(section.heading));
  const title = document.clauses[0];
  return [before, behind, specimen?.text, title === clause ? undefined : title?.text]
    .flatMap((text) => text ?? [])
    .map((text) =>
      text
        .slice(0, longestLabel)
        .replace(procedure, ' ')
        .replace(/[,:;()-]/g, ' ')
        .replace(/\s{2,}/g, ' ')
        .trim(),
    )
    .filter((text) => place.test(text));
}
