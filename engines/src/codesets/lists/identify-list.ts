import { bad, type Read } from '../files/read.ts';
import type { CodeList, CodeListName } from './code-list.ts';
import { isDrgAppendix, readDrgAppendix } from './drg.ts';
import { fshList, fshSystem, readFsh } from './fsh.ts';
import { isRiskMapping, readRiskMapping } from './risk-adjustment.ts';
import { readTable, tableList } from './table.ts';

type IdentifiedList = { read: () => Read<CodeList> } | { skip: string };

/** Tells whether a text is one of the small code lists; undefined when it is not. `said` is what the user calls it. */
export function identifyList(text: string, said?: CodeListName): IdentifiedList | undefined {
  const start = text.slice(0, 4096);
  const system = fshSystem(start);
  if (system !== undefined) {
    const name = fshList(system);
    if (name === undefined) return { skip: 'not a code list that X12 files are checked against' };
    if (said !== undefined && said !== name) return { read: () => bad(`it lists ${name}, not ${said}`) };
    return { read: () => readFsh(text, name) };
  }
  if (isRiskMapping(start)) {
    if (said !== undefined && said !== 'risk-adjustment')
      return { read: () => bad(`it lists risk-adjustment, not ${said}`) };
    return { read: () => readRiskMapping(text) };
  }
  if (isDrgAppendix(start)) return { read: () => readDrgAppendix(text) };
  const table = said ?? tableList(start);
  if (table === 'unnamed') return { skip: 'it does not say which code list it is; name it with --list' };
  return table && { read: () => readTable(text, said) };
}
