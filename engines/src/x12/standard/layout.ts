/** A relational condition: P all or none, R at least one, E at most one, C if the first then all, L if the first then one. */
export interface Relation {
  kind: 'P' | 'R' | 'E' | 'C' | 'L';
  elements: number[];
}

export interface LayoutPart {
  /** A data element's number, or a composite (`C022`). */
  of: string;
  mandatory: boolean;
  /** How often the element may repeat within itself. */
  repeats: number;
}

/** A segment or composite: its parts in order. */
export interface Layout {
  parts: LayoutPart[];
  relations: Relation[];
}

const relationKinds = ['P', 'R', 'E', 'C', 'L'] as const;

function readLayout(words: string[]): Layout {
  const layout: Layout = { parts: [], relations: [] };
  for (const word of words) {
    const relation = /^([PRECL])((?:\d\d){2,})$/.exec(word);
    if (relation) {
      const kind = relationKinds.find((k) => k === relation[1]);
      const elements = (relation[2] ?? '').match(/\d\d/g)?.map(Number) ?? [];
      if (kind) layout.relations.push({ kind, elements });
      continue;
    }
    const [, of = '', mark, times = '1', repeats = '1'] =
      /^(C?\d+)(!)?(?:\*(\d+))?(?:\^(\d+))?$/.exec(word) ?? [];
    if (of === '') throw new Error(`cannot read ${word}`);
    for (let i = 0; i < Number(times); i++) {
      layout.parts.push({ of, mandatory: mark === '!', repeats: Number(repeats) });
    }
  }
  return layout;
}

/** One row a line: the identifier, then its parts and conditions. */
export function readLayouts(table: string): Map<string, Layout> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [id = '', ...words] = line.split(' ');
        return [id, readLayout(words)];
      }),
  );
}
