import type { Candidate } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { affirmedOf, concludes, ofToday, said, sentencesOf, statements } from '../stated.ts';
import { drugAt } from './drug-effects.ts';

const act =
  /\b(?:(?:over-?dos\w{0,6}|OD|poisoning|ingestion|toxicity) (?:of|on|with|by|from) |(\w[\w-]{2,24}) (?:over-?dos\w{0,6}|OD|poisoning|ingestion)\b)/gi;
const intended = /\b(?:intentional|suicid\w+|self-?(?:harm|poisoning|inflicted)|deliberate)\b/gi;
const unintended =
  /\b(?:accidental(?:ly)?|unintentional(?:ly)?|inadvertent(?:ly)?|not intentional|not suicidal|denies suicid\w+)\b/i;
const unknown = /\b(?:undetermined|unclear) (?:intent|if (?:intentional|accidental))\b/i;
const assaulted = /\bassault\b/i;

/** By a drug or substance that is not named. */
const unnamed = /^T(?:65\.9|50\.90)/;
const poisoned = /^T(?:3[6-9]|4\d|50|5[1-9]|6[0-5])\S{3}[1-4]/;
/** Thoughts of suicide alone do not say what was meant by a dose. */
const attempted =
  /\b(?:suicide attempt|attempted suicide|intentional(?:ly)?|self-?(?:harm|poisoning|inflicted)|deliberate(?:ly)?)\b/gi;

/** A drug taken in the wrong way is a poisoning, by the drug and the intent; what it did follows. */
export const poisoningIntent: CodingRule = {
  id: 'poisoning-intent',
  source: 'ICD-10-CM Official Guidelines I.C.19.e.5.b; table of drugs and chemicals',
  reason: 'A poisoning is coded by its drug and intent; accidental where no intent is stated.',
  apply(candidates, about) {
    const coded = candidates.filter(({ code }) => poisoned.test(code) && !unnamed.test(code));
    if (coded.length > 0) return candidates.map((one) => (coded.includes(one) ? meant(one, about) : one));
    for (const { clause, document, match, evidence } of statements(about, act, (one) =>
      concludes(one, about),
    )) {
      const at = match[1] === undefined ? match.index + match[0].length : match.index;
      const drug = drugAt(clause.text.slice(at), 'adverse effect', about.book);
      if (!drug) continue;
      const here = affirmedOf({ evidence: [evidence] }, about);
      const isSaidHere = here.search(intended) >= 0 || unintended.test(here);
      const words = isSaidHere ? here : document.text.slice(0, 4_000);
      const intent = unknown.test(words)
        ? '4'
        : assaulted.test(words)
          ? '3'
          : unintended.test(words)
            ? '1'
            : isSaidHere || said(about, intended, ofToday)
              ? '2'
              : '1';
      // The sixth character, or the fifth of the drugs without a placeholder, tells the intent.
      const code = drug.code.replace(/[56](X?A)$/, `${intent}$1`);
      const poisoning = added(code, [evidence], about, `Poisoning: ${drug.path}`, -1);
      if (!poisoning) continue;
      // Words of an adverse effect of the same drug are of the poisoning.
      return [
        poisoning,
        ...candidates.filter((one) => one.code.slice(0, 5) !== code.slice(0, 5) && !unnamed.test(one.code)),
      ];
    }
    return [...candidates];
  },
  standsFor: ({ code }) => /^T/.test(code),
};

/** A poisoning that is accidental only for want of an intent has the one that the rest of the record states. */
function meant(poisoning: Candidate, about: Case): Candidate {
  const isByDefault = /^T\S{5}1|^T\S{4}1X/.test(poisoning.code);
  if (!isByDefault || unintended.test(sentencesOf(poisoning, about))) return poisoning;
  const stated = said(about, attempted, ofToday);
  const code = poisoning.code.replace(/1(X?A)$/, '2$1');
  if (!stated || code === poisoning.code || !about.book.lookup(code)?.billable) return poisoning;
  const joined = moved(poisoning, code, about.book, 'Meant, as the record says');
  return { ...joined, evidence: [...poisoning.evidence, stated.evidence] };
}
