import { codingRules } from '../engines/src/coding/rules/in-order.ts';

/** docs/coding-rules.md: the rules of coding as a page to read, in the order they are asked. */
export function codingRulesPage(): string {
  const rows = codingRules.map(
    ({ id, reason, source }) => `| \`${id}\` | ${cell(reason)} | ${cell(source)} |`,
  );
  return `${[
    '# The rules of coding',
    `Written by \`npm run coding:rules\` from the rules themselves: ${codingRules.length} in all, in the order they are asked. The id is what a suggestion and a firing carry. What stands in a list is found before them, by search and terms; see [coding.md](coding.md).`,
    ['| rule | what it says | source |', '|---|---|---|', ...rows].join('\n'),
  ].join('\n\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
