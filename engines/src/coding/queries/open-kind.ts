import type { Evidence, QueryProposal } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import { readMeasurements } from '../measurements.ts';
import type { Case } from '../rules/rule.ts';

/** A diagnosis that names no kind, and the results by which a physician tells the kinds apart. */
interface OpenKind {
  code: string;
  name: string;
  results: RegExp;
  options: readonly string[];
}

const openKinds: readonly OpenKind[] = [
  {
    code: 'D64.9',
    name: 'anemia',
    results: /^(?:hemoglobin|mcv|ferritin|transferrin saturation|vitamin b12|folate|reticulocytes)$/i,
    options: [
      'Iron deficiency anemia due to chronic blood loss',
      'Iron deficiency anemia due to another cause (please name it)',
      'Anemia in a chronic disease (please name it)',
      'Another type of anemia (please name it)',
      'Unable to determine',
    ],
  },
];

/** The question after the kind of a diagnosis, with the results of the record first; none where it has no result. */
export function openKind({ code, evidence }: Candidate, { read }: Case): QueryProposal | undefined {
  const kind = openKinds.find((one) => one.code === code);
  if (!kind) return undefined;
  const facts = read
    .flatMap(({ document }) => readMeasurements(document))
    .filter(({ name }) => kind.results.test(name))
    .filter(({ name }, at, all) => all.findIndex((one) => one.name === name) === at);
  if (facts.length === 0) return undefined;
  const values = facts.map(({ name, value, unit }) => `${name} ${value}${unit ? ` ${unit}` : ''}`).join(', ');
  const spans: Evidence[] = facts.map(({ documentId, version, span }) => ({ documentId, version, ...span }));
  return {
    trigger: 'diagnosis-lacks-detail',
    question:
      `The record documents “${evidence[0]?.quote ?? kind.name}” without its kind, and shows ${values}. ` +
      `Please document the type of ${kind.name} and its cause, if they are known.`,
    options: [...kind.options],
    evidence: [...evidence, ...spans],
  };
}
