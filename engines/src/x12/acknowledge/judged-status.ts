import type { ClaimAcknowledgement, ClaimKind } from '../../model/index.ts';
import type { X12Finding } from '../finding.ts';

type Status = ClaimAcknowledgement['statuses'][number];

/** Faults of the file rather than of the claim: it comes back as it is. */
const unprocessable = new Set([
  'segment-unexpected',
  'segment-order',
  'segment-repeats',
  'loop-repeats',
  'claim-unreadable',
  'too-many-findings',
]);

const missing = new Set(['element-missing', 'element-condition', 'segment-missing', 'loop-missing']);

/** A3 unprocessable, A6 missing, A7 invalid, A8 at odds with something else. Source: external code source 507. */
function categoryOf({ code, fault, snip }: X12Finding): string {
  if (unprocessable.has(code)) return 'A3';
  if (fault === 'missing' || missing.has(code)) return 'A6';
  return (snip === 3 || snip === 4) && code !== 'code-set' ? 'A8' : 'A7';
}

/** Whom a loop is about, as STC01-3 names them (NM101). */
const people: Readonly<Record<string, string>> = {
  '2010AA': '85',
  '2010AB': '87',
  '2010BA': 'IL',
  '2010BB': 'PR',
  '2010CA': 'QC',
};

const providers: Readonly<Record<ClaimKind, Readonly<Record<string, string>>>> = {
  professional: {
    '2310A': 'DN',
    '2310B': '82',
    '2310C': '77',
    '2310D': 'DQ',
    '2420A': '82',
    '2420B': 'QB',
    '2420C': '77',
    '2420D': 'DQ',
    '2420E': 'DK',
    '2420F': 'DN',
  },
  institutional: {
    '2310A': '71',
    '2310B': '72',
    '2310C': '73',
    '2310D': '82',
    '2310E': '77',
    '2310F': 'DN',
    '2420A': '72',
    '2420B': '73',
    '2420C': '82',
    '2420D': 'DN',
  },
  dental: { '2310A': 'DN', '2310B': '82', '2310C': '77', '2310E': 'DQ', '2420A': '82', '2420C': 'DQ' },
};

/**
 * What an element of a claim is, as a claim status code: the longest beginning that fits decides. Numbers with
 * `of` are about an entity. Source: external code source 508.
 */
const subjects: readonly (readonly [place: string, status: string, of?: 'entity'])[] = [
  ['NM109', '562', 'entity'],
  ['NM108', '562', 'entity'],
  ['NM1', '125', 'entity'],
  ['N3', '126', 'entity'],
  ['N4', '126', 'entity'],
  ['DMG03', '157', 'entity'],
  ['DMG', '158', 'entity'],
  ['PRV', '145', 'entity'],
  ['CLM02', '178'],
  ['CLM05-1', '249'],
  ['CLM05-3', '535'],
  ['HI01', '254'],
  ['HI', '255'],
  ['SV101-2', '454'],
  ['SV101', '453'],
  ['SV102', '583'],
  ['SV104', '476'],
  ['SV105', '249'],
  ['SV107', '477'],
  ['SV1', '454'],
  ['SV201', '455'],
  ['SV202-2', '454'],
  ['SV202', '453'],
  ['SV203', '583'],
  ['SV205', '476'],
  ['SV2', '454'],
  ['SV301-2', '454'],
  ['SV301', '453'],
  ['SV302', '583'],
  ['SV306', '476'],
  ['SV3', '454'],
  ['DTP', '187'],
];

/** The number of a subscriber or payer is no NPI. */
const numberOf: Readonly<Record<string, string>> = { IL: '164', QC: '164', PR: '153' };

function subjectOf({ id, element, loop, code }: X12Finding, kind: ClaimKind): Omit<Status, 'category'> {
  const entity = people[loop ?? ''] ?? providers[kind][loop ?? ''];
  const place = element ?? id;
  // What another payer decided: the first payer's answer is what is wrong.
  if (/^(?:2320|2330[A-I]|2430)$/.test(loop ?? '')) return { status: '286' };
  if (id === 'REF' && loop === '2010AA') return { status: '128', entity: '85' };
  if (id === 'REF' && code === 'original-reference') return { status: '464' };
  if (id === 'HI' && element === undefined) return { status: '254' };
  const [, status = '21', about] =
    subjects.find(([begins]) => place === begins || place.startsWith(begins)) ?? [];
  if (about === undefined) return { status };
  if (entity === undefined) return { status: '21' };
  const isNumber = status === '562' && numberOf[entity] !== undefined;
  return { status: isNumber ? (numberOf[entity] ?? '21') : status, entity };
}

/** What a rejection says for the faults of one claim: each subject once, three at most, `A7:21` when nothing tells more. */
export function statusesOf(faults: readonly X12Finding[], kind: ClaimKind): Status[] {
  const statuses = new Map<string, Status>();
  for (const fault of faults) {
    const category = categoryOf(fault);
    const subject = category === 'A3' ? { status: '21' } : subjectOf(fault, kind);
    const key = `${subject.status} ${subject.entity ?? ''}`;
    if (!statuses.has(key)) statuses.set(key, { category, ...subject });
  }
  const all = [...statuses.values()];
  const telling = all.filter(({ status }) => status !== '21');
  return (telling.length > 0 ? telling : all.slice(0, 1)).slice(0, 3);
}
