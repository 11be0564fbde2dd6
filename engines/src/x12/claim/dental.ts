import type { Claim, DentalService, Orthodontics, ToothStatus } from '../../model/index.ts';
import { days, defined, quantity } from '../read/fields.ts';
import { components, element, type Segment } from '../tokens/segment.ts';
import { all, first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { dateSegment, decimal } from '../write/parts.ts';
import { fit } from './kinds.ts';
import { filled, listed } from './parties.ts';

type DentalClaim = Pick<
  Claim,
  'serviceDate' | 'serviceDateTo' | 'predetermination' | 'orthodontics' | 'toothStatuses'
>;

/** DTP*472, CLM19, DN1 and DN2 of loop 2300. */
export function readDentalClaim(loop: Loop): DentalClaim {
  const { from, to } = days(first(loop, 'DTP', '472'));
  const dn1 = first(loop, 'DN1');
  return defined<DentalClaim>({
    serviceDate: from,
    serviceDateTo: to,
    predetermination: value(first(loop, 'CLM'), 19) === 'PB' ? true : undefined,
    orthodontics:
      dn1 &&
      defined<Orthodontics>({
        months: quantity(dn1, 1),
        monthsRemaining: quantity(dn1, 2),
        description: value(dn1, 4),
      }),
    toothStatuses: listed(
      all(loop, 'DN2').map((dn2): ToothStatus => ({ tooth: element(dn2, 1), status: element(dn2, 2) })),
    ),
  });
}

export function dentalDateSegments({ serviceDate, serviceDateTo }: Claim): DraftSegment[] {
  return serviceDate ? [dateSegment('472', serviceDate, serviceDateTo)] : [];
}

export function dentalSegments({ orthodontics, toothStatuses = [] }: Claim): DraftSegment[] {
  return [
    ...(orthodontics ? [orthodonticsSegment(orthodontics)] : []),
    ...toothStatuses.map(({ tooth, status }): DraftSegment => ['DN2', tooth, status, '', '', '', 'JP']),
  ];
}

function orthodonticsSegment({ months, monthsRemaining, description }: Orthodontics): DraftSegment {
  return ['DN1', decimal(months), decimal(monthsRemaining), '', description];
}

/** SV304, SV305 and TOO of loop 2400. */
export function readDentalService(loop: Loop, sv3: Segment): DentalService | undefined {
  const teeth = all(loop, 'TOO').map((too) => ({
    tooth: element(too, 2),
    surfaces: partsOf(too, 3),
  }));
  return filled(
    defined<DentalService>({
      oralCavity: listed(partsOf(sv3, 4)),
      prosthesis: (['I', 'R'] as const).find((code) => code === value(sv3, 5)),
      teeth: listed(teeth),
    }),
  );
}

/** The components of an element that are not blank. */
function partsOf(segment: Segment, index: number): string[] {
  return components(segment, element(segment, index)).filter((text) => text !== '');
}

export function toothSegments({ teeth = [] }: DentalService): DraftSegment[] {
  return teeth.map(({ tooth, surfaces }) => ['TOO', 'JP', tooth, fit(surfaces, 5, 'dental.teeth.surfaces')]);
}
