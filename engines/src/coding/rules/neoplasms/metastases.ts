import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { concludes, type Statement, statements } from '../stated.ts';

/** Secondary growths, spoken of before or behind their sites: `mets to brain, bone`, `brain, bone, nodal mets`. */
const spread =
  /\b(?:mets|metastas[ei]s|metastatic(?: (?:disease|cancer|carcinoma|adenocarcinoma))?(?= to\b)|secondaries)\b/gi;

/** Sites as records name them, and the secondary code; `regional` nodes depend on the primary. */
const sites: { name: RegExp; code: string }[] = [
  {
    name: /\b(?:mediastin\w+|hilar|intrathoracic|paratracheal|subcarinal)(?: (?:LNs?|lymph nodes?|nodes?|nodal|adenopathy|lymphadenopathy)|(?= (?:and|,)))?/i,
    code: 'C77.1',
  },
  {
    name: /\b(?:mesenteric|retroperitoneal|para-?aortic|intra-?abdominal|peripancreatic|portal) (?:LNs?|lymph nodes?|nodes?|nodal)/i,
    code: 'C77.2',
  },
  { name: /\b(?:axilla\w*)(?: (?:LNs?|lymph nodes?|nodes?|nodal))?/i, code: 'C77.3' },
  { name: /\b(?:supraclavicular|cervical|neck) (?:LNs?|lymph nodes?|nodes?|nodal)/i, code: 'C77.0' },
  { name: /\b(?:inguinal|groin) (?:LNs?|lymph nodes?|nodes?|nodal)/i, code: 'C77.4' },
  { name: /\b(?:pelvic|iliac|obturator) (?:LNs?|lymph nodes?|nodes?|nodal)/i, code: 'C77.5' },
  { name: /\b(?:regional|local)? ?(?:LNs?|lymph nodes?|nodes|nodal|node)\b/i, code: 'regional' },
  { name: /\bbrain\b|cerebr\w+|cerebell\w+/i, code: 'C79.31' },
  { name: /\b(?:leptomening\w+|mening\w+)/i, code: 'C79.32' },
  { name: /\b(?:bones?|osseous|spine|spinal|vertebra\w*|skelet\w+|pelvis|ribs?|femur)\b/i, code: 'C79.51' },
  { name: /\b(?:liver|hepatic)\b/i, code: 'C78.7' },
  { name: /\b(?:lungs?|pulmonary)\b/i, code: 'lung' },
  { name: /\bpleura\w*/i, code: 'C78.2' },
  { name: /\b(?:peritone\w+|omentum|omental|carcinomatosis)\b/i, code: 'C78.6' },
  { name: /\badrenals?\b/i, code: 'adrenal' },
];

/** Lymph nodes of the region, by the category of the primary. Source: anatomy of C77.0 to C77.5. */
const regional: { primary: RegExp; code: string }[] = [
  { primary: /^C(?:0\d|1[0-4]|3[0-2]|73)/, code: 'C77.0' },
  { primary: /^C(?:15|3[3-9]|45\.0)/, code: 'C77.1' },
  { primary: /^C(?:1[6-9]|2[0-6]|64|65|48)/, code: 'C77.2' },
  { primary: /^C50/, code: 'C77.3' },
  { primary: /^C(?:5[3-8]|61|6[6-8])/, code: 'C77.5' },
  { primary: /^C(?:51|60|62|63|21)/, code: 'C77.4' },
];

/** `10 METs` on a treadmill are metabolic equivalents. */
const isOfCancer = ({ clause, match }: Statement) =>
  match[0] !== 'METs' && !/\d ?$/.test(clause.text.slice(Math.max(0, match.index - 4), match.index));

/** Words of a list of sites before or behind the word for the spread. */
const longestList = 120;

/** Each site that a cancer has spread to is coded, also where one word speaks of several. */
export const metastases: CodingRule = {
  id: 'metastases',
  source: 'ICD-10-CM Official Guidelines I.C.2 and I.C.2.d; table of neoplasms, column "malignant secondary"',
  reason: 'Each site that a cancer has spread to is coded.',
  apply(candidates, about) {
    const places = statements(about, spread, (clause) => concludes(clause, about)).filter(isOfCancer);
    if (places.length === 0) return [...candidates];
    const named = candidates.find(({ code }) => primaryCode.test(code));
    const primary = named ?? places.flatMap((place) => primaryBefore(place, about) ?? [])[0];
    const found = new Map<string, Candidate>();
    for (const place of places) {
      for (const one of sitesOf(place, primary, candidates, about))
        if (!found.has(one.code)) found.set(one.code, one);
    }
    if (found.size === 0) return [...candidates];
    const exact = [...found.values()];
    const known = new Set(candidates.map(({ code }) => code));
    return [
      ...(primary && !known.has(primary.code) ? [primary] : []),
      ...candidates.filter((one) => !isSaidBetter(one, exact)),
      ...exact.filter(({ code }) => !known.has(code)),
    ];
  },
  standsFor: ({ code }) => /^C7[789]/.test(code),
};

const primaryCode = /^C(?!7[789]|80)/;
const leastPrimary = 0.6;

/** `Pancreatic cancer metastatic to liver`: the words before the spread name the primary. */
function primaryBefore({ clause, match, document }: Statement, about: Case): Candidate | undefined {
  const start = Math.max(
    0,
    Math.max(...[';', ':', '.', '('].map((mark) => clause.text.lastIndexOf(mark, match.index))) + 1,
  );
  const phrase = clause.text.slice(start, match.index).trim();
  if (!primaryWords.test(phrase)) return undefined;
  const hit = about.book
    .search(phrase, { limit: 3 })
    .find(({ code, billable }) => billable && primaryCode.test(code));
  if (!hit || hit.score < leastPrimary) return undefined;
  const from = clause.start + clause.text.indexOf(phrase, start);
  const path = hit.path[0] ?? 'Primary neoplasm';
  return added(hit.code, [evidenceOf(document, from, from + phrase.length)], about, path, -0.2);
}

/** The list that belongs to the word: behind `to`, else before it, as far as the sentence's last other part. */
function listOf({ clause, match }: Statement): { text: string; start: number } {
  const text = clause.text;
  const end = match.index + match[0].length;
  const behind = /^,? ?(?:to|in|of|involving|:)(?: the)? /i.exec(text.slice(end, end + 20));
  if (behind) {
    const start = end + behind[0].length;
    const stop = text.slice(start, start + longestList).search(/[;:(]| s\/p |\bon\b|\bwith\b/);
    return { text: text.slice(start, start + (stop < 0 ? longestList : stop)), start };
  }
  const from = Math.max(0, match.index - longestList);
  const before = text.slice(from, match.index);
  const cuts = [...before.matchAll(/;|:|\bwith\b|\bw\/|\band (?=cancer)|\bfrom\b|\bc\/b\b/gi)];
  const last = cuts.at(-1);
  const offset = last ? last.index + last[0].length : 0;
  return { text: before.slice(offset), start: from + offset };
}

const primaryWords =
  /\b(?:cancer|carcinoma|adenocarcinoma|ca|NSCLC|SCLC|melanoma|sarcoma|lymphoma|primary|neoplasm|tumou?r|lobe|quadrant)\b/i;

function sitesOf(
  place: Statement,
  primary: Candidate | undefined,
  all: readonly Candidate[],
  about: Case,
): Candidate[] {
  const list = listOf(place);
  const order = primary?.order ?? all.length;
  const found: Candidate[] = [];
  let at = 0;
  for (const part of list.text.split(/,|\band\b|&|\+|\//)) {
    const start = list.start + list.text.indexOf(part, at);
    at = start - list.start + part.length;
    // `NSCLC left upper lobe, brain, bone mets`: the primary's own site is none of its metastases.
    if (primaryWords.test(part)) continue;
    const site = sites.find(({ name }) => name.test(part));
    const words = site?.name.exec(part);
    const code = site && words ? codeOf(site.code, part, primary) : undefined;
    if (!code || !words) continue;
    const from = place.clause.start + start + words.index;
    const span = evidenceOf(place.document, from, from + words[0].length);
    const one = added(
      code,
      [span, place.evidence],
      about,
      'Site of a secondary neoplasm',
      order + 0.1 + found.length * 0.01,
    );
    if (one) found.push(one);
  }
  return found;
}

function codeOf(site: string, words: string, primary: Candidate | undefined): string | undefined {
  const right = /\b(?:right|R)\b/i.test(words);
  const left = /\b(?:left|L)\b/i.test(words);
  if (site === 'lung') return `C78.0${right ? 1 : left ? 2 : 0}`;
  if (site === 'adrenal') return `C79.7${right ? 1 : left ? 2 : 0}`;
  if (site !== 'regional') return site;
  return regional.find(({ primary: of }) => primary && of.test(primary.code))?.code;
}

/** What the search made of the same words: a list taken as one site, or nodes without a region. */
function isSaidBetter(one: Candidate, exact: readonly Candidate[]): boolean {
  if (exact.some(({ code }) => code === one.code)) return false;
  const vague = /^(?:C77\.[89]|C79\.9|C80\.[01]|C79\.89)$/.test(one.code);
  const overlaps = one.evidence.every((span) =>
    exact.some(({ evidence }) =>
      evidence
        .slice(0, 1)
        .some(
          (other) => other.documentId === span.documentId && other.start < span.end && span.start < other.end,
        ),
    ),
  );
  if (vague) return exact.some(({ code }) => code.startsWith('C77') === one.code.startsWith('C77'));
  return overlaps && !/^C(?!7[789])/.test(one.code);
}
