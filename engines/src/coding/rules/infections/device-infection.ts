import type { Candidate } from '../../candidates.ts';
import { added, type CodingRule, moved } from '../rule.ts';
import { concluded, type Statement } from '../stated.ts';

const joint =
  /\b(?:prosthetic joint infection|peri-?prosthetic (?:joint )?infection|PJI|infected (?:\w+ ){0,3}(?:prosthesis|arthroplasty|joint replacement|TKA|THA)|infection of (?:\w+ ){0,3}(?:prosthe\w+|arthroplasty))\b/gi;
const line =
  /\b(?:CLABSI|CRBSI|(?:central )?(?:line|catheter)[- ](?:associated|related) (?:blood ?stream infection|bacteremia|sepsis))\b/gi;
/** What the words of a joint's infection are coded as without the prosthesis. */
const native = /^(?:M00|T84\.5|A49)/;

/** An infection of a prosthesis or of a central line is a complication of it. */
export const deviceInfection: CodingRule = {
  id: 'device-infection',
  source:
    'ICD-10-CM Official Guidelines I.C.19.g; index, Complication(s), joint prosthesis, infection and catheter, intravenous, infection',
  reason: 'An infection of a device is coded as its complication, with joint and side.',
  apply(candidates, about) {
    const infected = concluded(about, joint);
    const withJoint = infected
      ? withComplication(candidates, jointCode(infected), infected, native, about)
      : candidates;
    const blood = concluded(about, line);
    return blood ? withComplication(withJoint, 'T80.211A', blood, /^T80\.21/, about) : [...withJoint];
  },
  standsFor: ({ code }) => /^T8[04]/.test(code),
};

function jointCode({ clause: { text } }: Statement): string {
  const [right, left] = [/\b(?:right|Right|R)\b/.test(text), /\b(?:left|Left|L)\b/.test(text)];
  if (/\b(?:knee|TKA)\b/i.test(text)) return right ? 'T84.53XA' : left ? 'T84.54XA' : 'T84.59XA';
  if (/\b(?:hip|THA)\b/i.test(text)) return right ? 'T84.51XA' : left ? 'T84.52XA' : 'T84.59XA';
  return /\b(?:shoulder|elbow|ankle|wrist)\b/i.test(text) ? 'T84.59XA' : 'T84.50XA';
}

function withComplication(
  candidates: readonly Candidate[],
  code: string,
  { evidence }: Statement,
  replaced: RegExp,
  about: Parameters<CodingRule['apply']>[1],
): Candidate[] {
  const here = ({ evidence: spans }: Candidate) =>
    spans.some(
      (span) =>
        span.documentId === evidence.documentId && span.start < evidence.end && evidence.start < span.end,
    );
  const same = candidates.find((one) => replaced.test(one.code) && here(one));
  if (!about.book.lookup(code)?.billable || same?.code === code) return [...candidates];
  if (same)
    return candidates.map((one) =>
      one === same ? moved(one, code, about.book, 'Infection of the device') : one,
    );
  const before = candidates.filter(({ evidence: spans }) =>
    spans.every(({ start }) => start < evidence.start),
  );
  const one = added(code, [evidence], about, 'Infection of the device', before.length - 0.5);
  return one ? [...candidates, one] : [...candidates];
}
