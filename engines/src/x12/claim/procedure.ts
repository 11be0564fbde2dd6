import type { AdjudicatedProcedure, ClaimKind } from '../../model/index.ts';
import { defined, type Loose } from '../read/fields.ts';
import { component, type Segment } from '../tokens/segment.ts';
import { fit } from './kinds.ts';

/** The qualifier that goes without saying: CDT on a dental claim, CPT and HCPCS else. */
function usual(kind: ClaimKind): string {
  return kind === 'dental' ? 'AD' : 'HC';
}

/** The composite of a procedure (C003), as in SV101; undefined when it is blank. */
export function readProcedure(
  segment: Segment,
  index: number,
  kind: ClaimKind,
): AdjudicatedProcedure | undefined {
  const qualifier = component(segment, index, 1);
  const code = component(segment, index, 2);
  if (code === '') return undefined;
  return defined<AdjudicatedProcedure>({
    qualifier: qualifier === usual(kind) ? undefined : qualifier,
    code,
    modifiers: [3, 4, 5, 6].map((part) => component(segment, index, part)).filter((text) => text !== ''),
    description: component(segment, index, 7) || undefined,
  });
}

export function procedureValue(
  procedure: Loose<AdjudicatedProcedure>,
  kind: ClaimKind,
): (string | undefined)[] {
  const { qualifier = usual(kind), code, modifiers, description } = procedure;
  const four = fit(modifiers, 4, 'modifiers');
  return [qualifier, code, ...[0, 1, 2, 3].map((index) => four[index]), description];
}
