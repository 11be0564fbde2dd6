import { Visitor } from 'oxc-parser';
import type { SourceFile } from '../architecture/source-file.ts';

/** A regular expression as it stands in a file. */
export interface Expression {
  path: string;
  source: string;
  flags: string;
}

/** The parts of the house whose expressions meet what others wrote. */
const parts = ['engines', 'contract', 'server', 'payer', 'web', 'cli'];

/**
 * The regular expressions of a product file: literals, and `new RegExp` of texts that stand in the file. `made` counts
 * those put together from what only a run knows. `new RegExp(other.source)` is the other one once more.
 */
export function expressionsIn({ path, isTest, workspace, program }: SourceFile): {
  found: Expression[];
  made: number;
} {
  const found: Expression[] = [];
  let made = 0;
  if (isTest || !parts.includes(workspace)) return { found, made };
  const texts = new Map<string, Node>();
  const constructed: Node[][] = [];
  const construct = ({ callee, arguments: given }: { callee: unknown; arguments: unknown[] }) => {
    if ((callee as Node).type === 'Identifier' && (callee as Node).name === 'RegExp')
      constructed.push(given as Node[]);
  };
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init) texts.set(id.name, init as unknown as Node);
    },
    Literal(node) {
      if ('regex' in node && node.regex)
        found.push({ path, source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: construct,
    CallExpression: construct,
  }).visit(program);
  for (const [pattern, flags] of constructed) {
    if (pattern && isSource(pattern)) continue;
    const source = pattern && textOf(pattern, texts);
    if (source === undefined) made += 1;
    else found.push({ path, source, flags: (flags && textOf(flags, texts)) ?? '' });
  }
  return { found, made };
}

interface Node {
  type: string;
  [field: string]: unknown;
}

function isSource(node: Node): boolean {
  const field = node.property as Node | undefined;
  return (
    (node.type === 'MemberExpression' && field?.name === 'source') ||
    (node.type === 'Identifier' && node.name === 'source')
  );
}

/** A text as far as the file itself says it: literals, templates, `String.raw`, and names of such. */
function textOf(node: Node, texts: ReadonlyMap<string, Node>): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'Identifier') {
    const known = texts.get(String(node.name));
    return known && textOf(known, texts);
  }
  if (node.type === 'TaggedTemplateExpression') return joined(node.quasi as Node, 'raw', texts);
  return node.type === 'TemplateLiteral' ? joined(node, 'cooked', texts) : undefined;
}

function joined(node: Node, kind: 'raw' | 'cooked', texts: ReadonlyMap<string, Node>): string | undefined {
  const quasis = node.quasis as { value: { raw: string; cooked: string } }[];
  const between = (node.expressions as Node[]).map((each) => textOf(each, texts));
  if (between.includes(undefined)) return undefined;
  return quasis.map(({ value }, place) => value[kind] + (between[place] ?? '')).join('');
}
