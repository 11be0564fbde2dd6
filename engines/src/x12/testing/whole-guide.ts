import type { ElementUse, Guide, LoopUse, SegmentUse } from '../guides/guide.ts';
import { composites } from '../standard/composites.ts';
import { dataElements } from '../standard/elements.ts';
import type { Layout } from '../standard/layout.ts';
import { segmentLayouts } from '../standard/segments.ts';

/**
 * The body of a transaction that says everything a guide knows: each loop and segment once (twice, where it
 * may repeat), each element with its first code or a value of the right kind. It makes no sense otherwise.
 */
export function wholeBody({ root }: Guide): string {
  return loopLines(root)
    .filter((line) => !/^S[TE]\*/.test(line))
    .join('\n');
}

function loopLines(loop: LoopUse): string[] {
  return loop.children.flatMap((child) =>
    Array.from({ length: Math.min(child.max, 2) }, () =>
      child.kind === 'loop' ? loopLines(child) : [segmentLine(child)],
    ).flat(),
  );
}

/** A state excludes a country's subdivision (N402, N407). */
const excluded = new Set(['N4.7']);

function segmentLine({ id, elements }: SegmentUse): string {
  const layout = segmentLayouts.get(id);
  if (!layout) throw new Error(`no segment ${id}`);
  const used = new Map([...elements].filter(([n]) => !excluded.has(`${id}.${n}`)));
  return [id, ...values(layout, used, ':')].join('*');
}

function values(layout: Layout, uses: ReadonlyMap<number, ElementUse>, separator: string): string[] {
  const texts: string[] = [];
  for (const [index, part] of layout.parts.entries()) {
    const use = uses.get(index + 1);
    const composite = composites.get(part.of);
    if (!use || use.leftOver) texts.push('');
    else if (composite) texts.push(values(composite, use.parts ?? new Map(), '').join(separator));
    else texts.push(value(part.of, use, texts.at(-1) ?? ''));
  }
  while (texts.at(-1) === '') texts.pop();
  return texts;
}

const periods: Readonly<Record<string, string>> = {
  RD8: '20270301-20270305',
  DT: '202703010815',
  TM: '0815',
};

function value(of: string, { codes }: ElementUse, before: string): string {
  const [code] = codes ?? [];
  if (code !== undefined) return code;
  const data = dataElements.get(of);
  if (!data) throw new Error(`no data element ${of}`);
  if (of === '1251') return periods[before] ?? '20270305';
  if (data.type === 'DT') return '20270305';
  if (data.type === 'TM') return '0815';
  return (data.type === 'AN' ? 'X' : '1').repeat(data.shortest);
}
