import { type CatalogEntry, catalog } from '@superbill/engines/x12';

/** docs/x12-rules.md: the catalog as a page to read. */
export function rulesPage(): string {
  const entries = catalog();
  const of = (snip: number) => entries.filter((entry) => entry.snip === snip);
  const titles = [
    [1, 'Syntax'],
    [2, 'Guide'],
    [3, 'Balances'],
    [4, 'Situations'],
    [5, 'Code sets'],
    [6, 'Types of service'],
  ] as const;
  const sections = titles
    .filter(([snip]) => of(snip).length > 0)
    .map(([snip, title]) => `## SNIP ${snip}: ${title}\n\n${table(of(snip))}`);
  return `${[
    '# What an X12 file is checked for',
    `Written by \`npm run x12:rules\` from the rules themselves: ${entries.length} in all. \`from\` says whether the X12 standard asks for it or the implementation guide. Rules of a trading partner (SNIP 7) come from its own profile. The code is what a finding carries.`,
    ...sections,
  ].join('\n\n')}\n`;
}

function table(entries: readonly CatalogEntry[]): string {
  const rows = entries.map(
    ({ code, from, types, when, source }) =>
      `| \`${code}\` | ${from} | ${types.join(', ')} | ${cell(when)} | ${cell(source)} |`,
  );
  return ['| code | from | in | what is due | source |', '|---|---|---|---|---|', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
