import type { ProcedureSuggestion } from '@superbill/engines/model';
import type { Terminal } from './terminal.ts';

/** Procedures for a person: the code or what of it is known, its words, its way, and what has to be told yet. */
export function tellProcedures(terminal: Terminal, procedures: readonly ProcedureSuggestion[]): void {
  for (const { code, title, confidence, evidence, path, notes, open, units, modifiers } of procedures) {
    const counted = units === undefined ? '' : `, ${units} ${units === 1 ? 'unit' : 'units'}`;
    const modified = [code, ...(modifiers ?? [])].join('-');
    terminal.out(`${modified}  ${title}  (procedure, ${Math.round(confidence * 100)} %${counted})`);
    for (const { quote, start } of evidence)
      terminal.out(`    “${quote.replaceAll(/\s+/g, ' ')}” at ${start}`);
    terminal.out(`    ${path.join(' › ')}`);
    for (const note of notes) terminal.out(`    ! ${note}`);
    for (const { axis, values } of open) {
      const choices = values.map(({ value, label }) => (value === label ? label : `${value} ${label}`));
      terminal.out(`    ? ${axis}${choices.length > 0 ? `: ${choices.join(' | ')}` : ''}`);
    }
  }
}
