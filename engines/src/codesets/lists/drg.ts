import { bad, good, linesOf, type Read } from '../files/read.ts';
import type { CodeList, ListedCode } from './code-list.ts';

const title = /List of MS-DRGs Version (\d{2})(?:\.\d)?/;

/** Whether a text begins as appendix A of the MS-DRG Definitions Manual does. */
export function isDrgAppendix(start: string): boolean {
  return title.test(start.slice(0, 500));
}

/** Reads the MS-DRGs of appendix A. Version 40 is of fiscal year 2023, and so on. */
export function readDrgAppendix(text: string): Read<CodeList> {
  const version = Number(title.exec(text)?.[1]);
  const lines = linesOf(text);
  const first = lines.findIndex((line) => /^DRG +MDC/.test(line)) + 1;
  const codes: ListedCode[] = [];
  for (const line of first === 0 ? [] : lines.slice(first)) {
    const code = /^(\d{3}) .{2,}/.exec(line)?.[1];
    if (code !== undefined) codes.push([code]);
  }
  // The last of the list says that a stay cannot be grouped.
  return codes.at(-1)?.[0] === '999'
    ? good({ name: 'drg', codes, edition: `FY${version + 1983}` })
    : bad('the list of MS-DRGs does not end with 999: it seems cut short');
}
