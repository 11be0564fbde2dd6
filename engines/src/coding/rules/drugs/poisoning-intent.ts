import { added, type CodingRule } from '../rule.ts';
import { affirmedOf, concludes, ofToday, said, statements } from '../stated.ts';
import { drugAt } from './drug-effects.ts';

const act =
  /\b(?:(?:over-?dos\w*|OD|poisoning|ingestion|toxicity) (?:of|on|with|by|from) |(\w[\w-]{2,24}) (?:over-?dos\w*|OD|poisoning|ingestion)\b)/gi;
const intended = /\b(?:intentional|suicid\w+|self-?(?:harm|poisoning|inflicted)|deliberate)\b/gi;
const unintended =
  /\b(?:accidental(?:ly)?|unintentional(?:ly)?|inadvertent(?:ly)?|not intentional|not suicidal|denies suicid\w+)\b/i;
const unknown = /\b(?:undetermined|unclear) (?:intent|if (?:intentional|accidental))\b/i;
const assaulted = /\bassault\b/i;

/** A drug taken in the wrong way is a poisoning, by the drug and the intent; what it did follows. */
export const poisoningIntent: CodingRule = {
  id: 'poisoning-intent',
  source: 'ICD-10-CM Official Guidelines I.C.19.e.5.b; table of drugs and chemicals',
  reason: 'A poisoning is coded by its drug and intent; accidental where no intent is stated.',
  apply(candidates, about) {
    if (candidates.some(({ code }) => /^T(?:3[6-9]|4\d|50|5[1-9]|6[0-5])\S{3}[1-4]/.test(code)))
      return [...candidates];
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
      return [poisoning, ...candidates.filter((one) => one.code.slice(0, 5) !== code.slice(0, 5))];
    }
    return [...candidates];
  },
  standsFor: ({ code }) => /^T/.test(code),
};
