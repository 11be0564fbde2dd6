import { type CodingRule, moved } from '../rule.ts';
import { concluded } from '../stated.ts';

const withdrawal = /\b(?:alcohol|EtOH) withdrawal\b|\b(?:DTs|delirium tremens)\b/gi;
const delirium = /\bdelirium\b|\bDTs\b/i;
const seen = /\b(?:hallucin\w+|perceptual)\b/i;

/** Withdrawal of one who is dependent is coded with the dependence. */
export const alcoholWithdrawal: CodingRule = {
  id: 'alcohol-withdrawal',
  source: 'ICD-10-CM tabular list, F10.23- and F10.93-; guidelines I.C.5.b.2',
  reason: 'Withdrawal and dependence on alcohol are one code.',
  apply(candidates, about) {
    const disorder = candidates.find(({ code }) => /^F10\.(?:20|10|230|930|93\d)$/.test(code));
    const stated = disorder && concluded(about, withdrawal);
    if (!disorder || !stated) return [...candidates];
    const group =
      /^F10\.2/.test(disorder.code) || candidates.some(({ code }) => code === 'F10.20')
        ? 'F10.23'
        : undefined;
    if (!group) return [...candidates];
    const text = stated.clause.text;
    const last = delirium.test(text) ? '1' : seen.test(text) ? '2' : '0';
    const code = `${group}${last}`;
    if (candidates.some((one) => one.code.startsWith('F10.23') && one.code !== 'F10.230')) {
      return candidates.filter((one) => one.code !== 'F10.20');
    }
    const joined = moved(disorder, code, about.book, 'Dependence with withdrawal');
    const exact = { ...joined, evidence: [...disorder.evidence, stated.evidence] };
    return candidates
      .filter((one) => one === disorder || !/^F10\.(?:20|93\d|230)$/.test(one.code))
      .map((one) => (one === disorder ? exact : one));
  },
  standsFor: ({ code }) => /^F10\.23/.test(code),
};
