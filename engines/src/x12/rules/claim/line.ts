import type { Cents } from '../../../model/index.ts';
import { component, element, type Segment } from '../../tokens/segment.ts';
import { first, type Loop, loopsOf, perLoop } from '../../walk/loop.ts';
import { amount, total } from '../amounts.ts';

/** Where the parts of a service stand in its segment. */
interface Shape {
  procedure: number;
  charge: number;
  quantity: number;
  pointers: number | undefined;
}

/** SV1 professional, SV2 institutional, SV3 dental. Source: X12 005010X222A1, X223A2, X224A2, loop 2400. */
const shapes: ReadonlyMap<string, Shape> = new Map([
  ['SV1', { procedure: 1, charge: 2, quantity: 4, pointers: 7 }],
  ['SV2', { procedure: 2, charge: 3, quantity: 5, pointers: undefined }],
  ['SV3', { procedure: 1, charge: 2, quantity: 6, pointers: 11 }],
]);

/** The segment that tells what was done on a line. */
export interface Service extends Shape {
  segment: Segment;
}

const readService = perLoop((line): Service | undefined => {
  for (const segment of line.segments) {
    const shape = shapes.get(segment.id);
    if (!shape) continue;
    const { procedure, charge, quantity, pointers } = shape;
    return { segment, procedure, charge, quantity, pointers };
  }
  return undefined;
});

export function serviceOf(line: Loop | undefined): Service | undefined {
  return line && readService(line);
}

/** The procedure code of a line when its qualifier is one of these (`HC` HCPCS and CPT, `AD` CDT, `HP` HIPPS). */
export function procedureOf(line: Loop, qualifier = 'HC'): string | undefined {
  const service = serviceOf(line);
  if (!service || component(service.segment, service.procedure, 1) !== qualifier) return undefined;
  return component(service.segment, service.procedure, 2) || undefined;
}

export function modifiersOf(line: Loop): string[] {
  const service = serviceOf(line);
  if (!service) return [];
  return [3, 4, 5, 6]
    .map((n) => component(service.segment, service.procedure, n))
    .filter((code) => code !== '');
}

export function chargeOf(line: Loop | undefined): Cents | undefined {
  const service = serviceOf(line);
  return service && amount(service.segment, service.charge);
}

export function revenueOf(line: Loop): string {
  const service = first(line, 'SV2');
  return service ? element(service, 1) : '';
}

/** The charges of all lines; undefined when there is no line or one of them cannot be read. */
export const lineTotal = perLoop((claim): Cents | undefined => {
  const lines = loopsOf(claim, '2400');
  return lines.length === 0 ? undefined : total(lines.map(chargeOf));
});

/** `SV102`, `CLM11-4`. */
export function elementName(segment: Segment, index: number, part?: number): string {
  const name = segment.id + String(index).padStart(2, '0');
  return part === undefined ? name : `${name}-${part}`;
}
