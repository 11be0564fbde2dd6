import { element } from '../../tokens/segment.ts';
import type { RuleFinding, TransactionRule } from '../rule.ts';

/** Which functional identifier (GS01) a transaction set (ST01) travels under. */
const groupOfSet: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '270': 'HS',
    '271': 'HB',
    '275': 'PI',
    '276': 'HR',
    '277': 'HN',
    '278': 'HI',
    '820': 'RA',
    '834': 'BE',
    '835': 'HP',
    '837': 'HC',
  }),
);

const kinds = new Set(groupOfSet.values());

/** Answers that travel under the code of their inquiry are taken here and there, and are then answered so. */
const underInquiry: ReadonlySet<string> = new Set(['271 HS', '277 HR']);

/** Refused, for whatever reason. */
const refused = /^[MRWX]$/;

/**
 * The transactions that a 999 answers are of the group it answers, each answered once. Where they were not,
 * that is what it refuses, one of them or the group: then it repeats what it was sent.
 */
export const answeredGroup: TransactionRule = {
  id: 'answered-group',
  snip: 4,
  from: 'guide',
  source: '005010X231A1, AK101, AK103, AK201, AK202 and AK203',
  when: 'transactions answered and not refused are of the kind (AK201) and version (AK203) of their group (AK101, AK103), each answered once (AK202)',
  start(report) {
    let kind = '';
    let version = '';
    let found: RuleFinding[] = [];
    let ofLast: RuleFinding[] = [];
    const answered = new Set<string>();
    return {
      segment(segment, loop) {
        const verdict = element(segment, 1);
        if (segment.id === 'AK1') [kind, version] = [verdict, element(segment, 3)];
        if (segment.id === 'IK5' && refused.test(verdict)) ofLast = [];
        if (segment.id === 'AK9' && refused.test(verdict)) [found, ofLast] = [[], []];
        if (segment.id !== 'AK2') return;
        found.push(...ofLast);
        ofLast = [];
        const wrong = (at: string, message: string) =>
          ofLast.push({ code: 'answered-group', segment, loop: loop.id, element: at, message });
        const [set, control, own] = [1, 2, 3].map((index) => element(segment, index));
        const due = groupOfSet.get(set ?? '');
        // A group that does not exist is told already.
        if (due !== undefined && kinds.has(kind) && due !== kind && !underInquiry.has(`${set} ${kind}`))
          wrong('AK201', 'AK201 is no transaction set of the group that AK101 names.');
        if (own && version !== '' && own !== version)
          wrong('AK203', 'AK203 is not the version of the group that is answered (AK103).');
        if (control && answered.has(control))
          wrong('AK202', 'AK202 answers a transaction that is answered already.');
        if (control) answered.add(control);
      },
      closed(loop) {
        if (loop.id === '') for (const finding of [...found, ...ofLast]) report(finding);
      },
    };
  },
};
