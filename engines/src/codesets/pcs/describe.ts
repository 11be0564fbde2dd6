import type { OpenAxis, ProcedureAlternative, ProcedureReading } from '../../model/index.ts';
import type { Found } from './choose-table.ts';
import type { Statement } from './statement.ts';
import { approach, device, qualifier, type Reason, type Walked } from './walk.ts';

const places = [3, 4, 5, 6] as const;
const all = [0, 1, 2, ...places] as const;
const mostAlternatives = 8;

/** A walk in words: the code, what is open, the path, what was assumed, what else it may be. */
export function describe(
  { walked, named }: Found,
  statement: Statement,
  others: readonly Walked[],
  title: (code: string) => string,
): Omit<ProcedureReading, 'evidence'> {
  const open = openAxes(walked);
  const code = template(walked);
  const isWhole = open.length === 0;
  const { operation } = named;
  const { table, target } = walked;
  const isOneTable = !code.slice(0, 3).includes('?');
  const path = [
    operation.source === 'index'
      ? `Index: ${target.path ?? operation.name} (${target.written})`
      : operation.source === 'root'
        ? `Operation: ${operation.name}`
        : `Name: ${operation.name} (${target.written})`,
    isOneTable
      ? `Table ${table.code}: ${table.names.join(', ')}`
      : `Tables ${[...new Set(walked.codes.map((whole) => whole.slice(0, 3)))].join(', ')}`,
    ...places.flatMap((place) => step(walked, place, code.charAt(place), statement)),
  ];
  return {
    system: 'icd10pcs',
    code,
    title: isWhole ? title(code) : partialTitle(walked, code),
    confidence: confidence(walked, open.length, named.operation.source),
    path,
    notes: [...notesOf(walked, operation.note), ...remarks(walked, statement)],
    alternatives: alternatives(walked, others, open, title),
    open,
  };
}

function template({ codes }: Walked): string {
  return all
    .map((place) => {
      const characters = new Set(codes.map((code) => code.charAt(place)));
      return characters.size === 1 ? [...characters][0] : '?';
    })
    .join('');
}

function openAxes(walked: Walked): OpenAxis[] {
  return all.flatMap((place) => {
    const characters = new Set(walked.codes.map((code) => code.charAt(place)));
    if (characters.size < 2) return [];
    const values = [...walked.labels(place)].filter(([value]) => characters.has(value));
    return [
      {
        axis: walked.title(place),
        position: place + 1,
        values: values.map(([value, label]) => ({ value, label })),
      },
    ];
  });
}

function partialTitle(walked: Walked, code: string): string {
  const known = [2, ...places].flatMap((place) => walked.labels(place).get(code.charAt(place)) ?? []);
  return known.filter((label) => !/^No /.test(label)).join(', ');
}

function step(walked: Walked, place: number, character: string, { text, words }: Statement): string[] {
  const axis = walked.title(place);
  if (character === '?') return [`${axis} is open`];
  const label = walked.labels(place).get(character) ?? character;
  const reason = walked.reasons.get(place);
  const why = because(reason, (word) => text.slice(words[word]?.start, words[word]?.end));
  return [`${axis} = ${label}${why}`];
}

function because(reason: Reason | undefined, word: (place: number) => string): string {
  if (reason?.kind === 'said') {
    const { words, by } = reason.evidence;
    const said = [...words].sort((a, b) => a - b).map(word);
    const quoted = [...new Set(said)].join(' ');
    return ` because “${quoted || by}”`;
  }
  if (reason?.kind === 'implied') return ' by the meaning of the name';
  if (reason?.kind === 'default') return ', as nothing else is said';
  return '';
}

function notesOf({ reasons, table, unheard }: Walked, note: string | undefined): string[] {
  const notes: string[] = [];
  if (reasons.get(device)?.kind === 'default')
    notes.push(`No device assumed: none is said to stay (guideline B6.1a).`);
  if (reasons.get(qualifier)?.kind === 'default' && /^0.[B9D]/.test(table.code))
    notes.push('Not coded as diagnostic: no biopsy is said (guideline B3.4a).');
  if (reasons.get(approach)?.kind === 'implied')
    notes.push('The approach follows from the meaning of the name (guideline A11).');
  for (const label of unheard)
    notes.push(`“${label}” is said, but table ${table.code} has no such approach here.`);
  if (note) notes.push(note);
  return notes;
}

/** What the words of the statement ask for besides this code. */
function remarks({ table, target }: Walked, { text }: Statement): string[] {
  const found: string[] = [];
  const isSurgical = table.code.startsWith('0') && target.written !== '';
  if (isSurgical && /\bconver(?:ted|sion) to open\b/i.test(text))
    found.push(
      'Converted to open: the look by the first approach is coded too, as Inspection (guideline B3.2d).',
    );
  if (isSurgical && /\brobot/i.test(text))
    found.push('Robotic assistance has a code of its own besides (8E0, by region and approach).');
  return found;
}

/** Lower than what was measured on phrases (docs/procedures.md), as records are untidier; each open axis counts. */
function confidence({ reasons }: Walked, open: number, source: string): number {
  const sure = { vocabulary: 0.92, index: 0.86, root: 0.8 }[source] ?? 0.8;
  const defaults = [...reasons.values()].filter(({ kind }) => kind === 'default').length;
  return Math.round(Math.max(0.1, (sure - 0.02 * defaults) * 0.6 ** open) * 100) / 100;
}

function alternatives(
  walked: Walked,
  others: readonly Walked[],
  open: readonly OpenAxis[],
  title: (code: string) => string,
): ProcedureAlternative[] {
  const needs = ({ codes: [code = ''], ...one }: Walked) =>
    places.flatMap((place) => {
      const label = one.labels(place).get(code.charAt(place));
      return label === undefined ? [] : [`${one.title(place)} = ${label}`];
    });
  const choices = open.length === 0 ? [] : walked.codes;
  const own = choices.slice(0, mostAlternatives).map((code) => ({
    code,
    title: title(code),
    needs: open.map(({ axis, position }) => `${axis} = ${walked.labelOf(code, position - 1)}`).join(', '),
  }));
  const elsewhere = others.flatMap((other) => {
    const [code] = other.codes;
    if (code === undefined || other.codes.length > 1) return [];
    return [
      {
        code,
        title: title(code),
        needs: [`Operation = ${other.table.names[2]}`, ...needs(other)].join(', '),
      },
    ];
  });
  return [...own, ...elsewhere].slice(0, mostAlternatives);
}
