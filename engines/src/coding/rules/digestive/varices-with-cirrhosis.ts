import { type CodingRule, moved } from '../rule.ts';

/** Varices of the esophagus that come with a disease of the liver are secondary, and follow it. */
export const varicesWithCirrhosis: CodingRule = {
  id: 'varices-with-cirrhosis',
  source: 'ICD-10-CM index, Varix, esophagus, in (due to) cirrhosis of liver and portal hypertension; I.A.15',
  reason: 'Esophageal varices with cirrhosis or portal hypertension are secondary to it.',
  apply(candidates, about) {
    const liver = candidates.find(({ code }) => /^(?:K70\.3|K74\.[3-6]|K76\.6|K70\.2|K71\.7)/.test(code));
    if (!liver) return [...candidates];
    return candidates.map((candidate) => {
      if (candidate.code !== 'I85.00' && candidate.code !== 'I85.01') return candidate;
      const code = candidate.code === 'I85.01' ? 'I85.11' : 'I85.10';
      if (!about.book.lookup(code)?.billable) return candidate;
      const joined = moved(candidate, code, about.book, `With ${liver.title.toLowerCase()}`);
      return { ...joined, order: Math.max(candidate.order, liver.order + 0.2) };
    });
  },
};
