import type { Evidence } from '../../../model/index.ts';
import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { sentencesOf, statements } from '../stated.ts';

/** Fractures whose 7th character tells open ones of Gustilo types I and II from those of type III. */
const byType = /^S(?:52|72|82)/;
const fracture = /^S(?:02|12|22|32|42|52|62|72|82|92)\S{5}$/;
const open = /\b(?:open|compound)\b(?! (?:reduction|book))/i;
const closed = /\bclosed\b(?! reduction)/i;
const gustilo =
  /\b(?:gustilo(?:[- ]anderson)?(?: (?:type|grade))? ?(III|II|I|3|2|1) ?[ABC]?|(?:type|grade) (III|II|I|3|2|1) ?[ABC]? open|open \S{0,20} ?\S{0,20} ?(?:type|grade) (III|II|I|3|2|1)[ABC]?)\b/gi;

/** An open fracture in active treatment has B as its 7th character, or C for the third type of Gustilo. */
export const openFracture: CodingRule = {
  id: 'open-fracture',
  source: 'ICD-10-CM tabular list, 7th characters at S52, S72 and S82; guidelines I.C.19.c',
  reason: 'The 7th character tells an open fracture and its type.',
  apply(candidates, about) {
    if (!candidates.some(({ code }) => fracture.test(code))) return [...candidates];
    const typed = statements(about, gustilo)[0];
    return candidates.map((candidate) => {
      if (!fracture.test(candidate.code) || !/[ABC]$/.test(candidate.code)) return candidate;
      const text = sentencesOf(candidate, about);
      if (!open.test(text) && reduced.test(text)) return closedAgain(candidate, about);
      if (!open.test(text) || closed.test(text)) return candidate;
      return opened(candidate, typed, about);
    });
  },
};

/** An open reduction opens no fracture; one that is not called open is closed. Source: I.C.19.c. */
const reduced = /\b(?:open reduction|ORIF)\b/i;

function closedAgain(candidate: Candidate, about: Case): Candidate {
  const code = `${candidate.code.slice(0, -1)}A`;
  if (code === candidate.code || !about.book.lookup(code)?.billable) return candidate;
  return moved(candidate, code, about.book, 'Not called open');
}

function opened(candidate: Candidate, typed: ReturnType<typeof statements>[number] | undefined, about: Case) {
  const type = typed?.match
    .slice(1)
    .find((group) => group !== undefined)
    ?.toUpperCase();
  const third = type === 'III' || type === '3';
  const code = `${candidate.code.slice(0, -1)}${third && byType.test(candidate.code) ? 'C' : 'B'}`;
  if (code === candidate.code || !about.book.lookup(code)?.billable) return candidate;
  const joined = moved(candidate, code, about.book, third ? 'Open fracture of type III' : 'Open fracture');
  const spans: Evidence[] = typed ? [typed.evidence] : [];
  return { ...joined, evidence: [...candidate.evidence, ...spans] };
}
