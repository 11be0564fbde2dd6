import { added, type CodingRule } from '../rule.ts';
import { concluded } from '../stated.ts';

const ileus =
  /\bpost-?(?:op(?:erative)?|procedural|surgical) ileus\b|\bileus (?:after|following) (?:\w+ ){0,3}(?:surgery|operation|resection|procedure)\b/gi;

/** An ileus after an operation is the complication, with the ileus itself beside it. */
export const postoperativeIleus: CodingRule = {
  id: 'postoperative-ileus',
  source: 'ICD-10-CM index, Ileus, postoperative; note "use additional code" at K91.89',
  reason: 'A postoperative ileus is a complication, and the ileus is coded beside it.',
  apply(candidates, about) {
    if (!candidates.some(({ code }) => /^(?:K91\.89|K56\.[07])/.test(code))) return [...candidates];
    const stated = concluded(about, ileus);
    if (!stated) return [...candidates];
    const order = Math.min(
      ...candidates.filter(({ code }) => /^(?:K91|K56)/.test(code)).map((one) => one.order),
    );
    const known = new Set(candidates.map(({ code }) => code));
    const found = ['K91.89', 'K56.7']
      .filter((code) => !known.has(code))
      .flatMap(
        (code, at) =>
          added(code, [stated.evidence], about, 'Index: Ileus > postoperative', order + at * 0.1) ?? [],
      );
    return [...candidates, ...found];
  },
};
