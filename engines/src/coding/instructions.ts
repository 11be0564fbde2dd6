import { codeRanges, inRange, type PlacedNotes } from '../model/index.ts';

const kinds = [
  ['codeFirst', 'Code first'],
  ['useAdditional', 'Use additional code'],
  ['codeAlso', 'Code also'],
] as const;

/** One instruction: what is asked for, and its choices where the tabular list prints them below it. */
interface Instruction {
  /** Absent where the one choice says all. */
  head?: string;
  choices: string[];
}

/**
 * What the tabular list still asks for at a code, one instruction a line, nearest first: without what another code of
 * the record answers, and without what a nearer place printed already. Source: ICD-10-CM Official Guidelines I.A.13, I.A.17.
 */
export function openInstructions(placed: readonly PlacedNotes[], others: readonly string[]): string[] {
  return kinds.flatMap(([kind, name]) => {
    const said = new Set<string>();
    return placed.flatMap(({ at, [kind]: texts = [] }) => {
      const instructions = grouped(texts);
      const open = instructions.filter(({ choices }) => !choices.some((text) => names(text, others)));
      // What is coded first is the one cause; where it stands, the other causes are not asked for.
      const asked = kind === 'codeFirst' && open.length < instructions.length ? [] : open;
      return asked.flatMap(({ head, choices }) => {
        const fresh = choices.filter((text) => !said.has(text));
        for (const text of choices) said.add(text);
        if (fresh.length === 0 && (head === undefined || choices.length > 0 || said.has(head))) return [];
        if (head !== undefined) said.add(head);
        return `${name} (at ${at}): ${[head, fresh.join('; ')].filter(Boolean).join(' ')}`;
      });
    });
  });
}

/** A text that ends with a colon heads those that follow, up to the next that asks for a code by itself. */
function grouped(texts: readonly string[]): Instruction[] {
  const found: Instruction[] = [];
  for (const text of texts) {
    const last = found.at(-1);
    if (text.endsWith(':')) found.push({ head: text, choices: [] });
    else if (last?.head !== undefined && !/^codes? /i.test(text)) last.choices.push(text);
    else found.push({ choices: [text] });
  }
  return found;
}

function names(text: string, codes: readonly string[]): boolean {
  const ranges = codeRanges(text);
  return codes.some((code) => ranges.some((range) => inRange(code, range)));
}
