import type { Candidate } from '../../candidates.ts';
import type { Clause } from '../../clauses.ts';
import { added, type Case, type CodingRule, isDiabetes } from '../rule.ts';
import { firstSaid } from '../stated.ts';

interface DrugGroup {
  code: string;
  /** The diagnoses for which the drug group is worth a code. */
  because: (code: string) => boolean;
  drugs: ReadonlySet<string>;
}

const words = (list: string) => new Set(list.split(/\s+/));

/** Generic names, and the brand names clinicians write, of the drugs that the status codes group. */
const groups: DrugGroup[] = [
  {
    code: 'Z79.4',
    // Type 1 goes without saying with insulin: its category does not ask for the code.
    because: (code) => isDiabetes(code) && !code.startsWith('E10'),
    drugs: words(
      'insulin glargine lantus basaglar toujeo levemir detemir degludec tresiba lispro humalog aspart novolog nph humulin novolin',
    ),
  },
  {
    code: 'Z79.84',
    because: isDiabetes,
    drugs: words(
      'metformin glucophage glipizide glimepiride glyburide sitagliptin januvia linagliptin tradjenta saxagliptin empagliflozin jardiance dapagliflozin farxiga canagliflozin invokana pioglitazone actos repaglinide nateglinide acarbose rybelsus',
    ),
  },
  {
    code: 'Z79.85',
    because: isDiabetes,
    drugs: words(
      'semaglutide ozempic liraglutide victoza dulaglutide trulicity exenatide tirzepatide mounjaro',
    ),
  },
  {
    code: 'Z79.01',
    because: (code) => /^(?:I48|I26|I82|I27\.82|D68|Z86\.71|Z95\.2)/.test(code),
    drugs: words('warfarin coumadin apixaban eliquis rivaroxaban xarelto dabigatran pradaxa edoxaban'),
  },
  {
    code: 'Z79.620',
    because: (code) => /^(?:K5[01]|L40|M0[5-8]|M45|G35)/.test(code),
    drugs: words(
      'infliximab remicade adalimumab humira etanercept enbrel ustekinumab stelara vedolizumab entyvio certolizumab golimumab secukinumab ixekizumab risankizumab guselkumab tocilizumab ocrelizumab natalizumab rituximab',
    ),
  },
];

/** What a patient takes for good for a coded disease is reported with it. */
export const longTermDrugs: CodingRule = {
  id: 'long-term-drugs',
  source: 'ICD-10-CM Official Guidelines I.C.4.a.3 and I.C.21.c.3; tabular notes "use additional code"',
  reason: 'A drug taken for long is coded beside the disease it is taken for.',
  apply(candidates, about) {
    return [...candidates, ...groups.flatMap((group) => status(group, candidates, about))];
  },
};

/** `Insulin resistance` and `off insulin` speak of the drug and not of taking it. */
function isTaken({ text }: Clause, start: number, end: number): boolean {
  return (
    !/^[- ](?:resistan|sensitiv|level|naive|deficien|secret|antibod|allerg)/i.test(
      text.slice(end, end + 12),
    ) &&
    !/\b(?:off|stopped|discontinued|allergic to|intolerant of|intolerance to|(?:switched|transitioned|changed|converted) from|instead of|non)[- ](?:\w+ )?$/i.test(
      text.slice(Math.max(0, start - 30), start),
    )
  );
}

function status(group: DrugGroup, candidates: readonly Candidate[], about: Case): Candidate[] {
  if (candidates.some(({ code }) => code === group.code)) return [];
  if (!candidates.some(({ code }) => group.because(code))) return [];
  const evidence = firstSaid(about, group.drugs, isTaken);
  if (!evidence) return [];
  const drug = added(
    group.code,
    [evidence],
    about,
    `${evidence.quote} is taken for a coded disease`,
    candidates.length + 500,
  );
  return drug ? [drug] : [];
}
