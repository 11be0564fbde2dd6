import type { EvaluationProposal } from '@superbill/engines/model';
import type { Terminal } from './terminal.ts';

/** The level of a visit for a person: the number, what each area supports, and every element that was counted. */
export function tellEvaluation(terminal: Terminal, evaluation: EvaluationProposal): void {
  const { code, level, by, patient, place, elements, higher, lower, open, notes } = evaluation;
  if (!code && elements.length === 0) return;
  const about = place === 'office' ? `${patient} patient` : place.replace('-', ', ');
  const areas = `problems ${evaluation.problems}, data ${evaluation.data}, risk ${evaluation.risk}`;
  const chosen = level
    ? `${level}, by ${by === 'mdm' ? 'medical decision making' : 'total time'}`
    : 'no level';
  terminal.out(`${code ?? 'No level'}  visit, ${about}  (${chosen}; ${areas})`);
  for (const { area, what, counts, evidence } of elements) {
    const [span] = evidence;
    const words = span ? `“${span.quote.replaceAll(/\s+/g, ' ')}” at ${span.start}` : '';
    terminal.out(`    ${area}: ${what}: ${counts}  ${words}`);
  }
  if (higher) terminal.out(`    up:   ${higher}`);
  if (lower) terminal.out(`    down: ${lower}`);
  for (const one of open) terminal.out(`    ? ${one}`);
  for (const note of notes) terminal.out(`    ! ${note}`);
}
