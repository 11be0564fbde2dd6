import { type ClaimKind, type ClaimLine, formatAmount } from '../../model/index.ts';
import { defined, money, quantity } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import { components, element, type Segment } from '../tokens/segment.ts';
import { first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { decimal } from '../write/parts.ts';
import { readDentalService } from './dental.ts';
import { fit } from './kinds.ts';
import { procedureValue, readProcedure } from './procedure.ts';

/** What SV1, SV2 or SV3 says. */
type Service = Pick<
  ClaimLine,
  | 'revenueCode'
  | 'procedure'
  | 'procedureQualifier'
  | 'modifiers'
  | 'description'
  | 'charge'
  | 'units'
  | 'unitBasis'
  | 'notCovered'
  | 'diagnosisPointers'
  | 'placeOfService'
  | 'emergency'
  | 'epsdt'
  | 'familyPlanning'
  | 'copayExempt'
  | 'dental'
>;

const readers: Record<ClaimKind, (loop: Loop) => Service | undefined> = {
  professional: readSv1,
  institutional: readSv2,
  dental: readSv3,
};

/** The service of a loop 2400; undefined without the segment that its kind has. */
export function readService(loop: Loop, kind: ClaimKind): Service | undefined {
  return readers[kind](loop);
}

type Procedure = Pick<ClaimLine, 'procedure' | 'procedureQualifier' | 'modifiers' | 'description'>;

function procedureOf(segment: Segment, index: number, kind: ClaimKind): Procedure {
  const found = readProcedure(segment, index, kind);
  return defined<Procedure>({
    procedure: found?.code,
    procedureQualifier: found?.qualifier,
    modifiers: found?.modifiers ?? [],
    description: found?.description,
  });
}

function pointersOf(segment: Segment, index: number): number[] {
  return components(segment, element(segment, index))
    .filter((text) => /^\d+$/.test(text))
    .map(Number);
}

function says(segment: Segment, index: number, code: string): true | undefined {
  return element(segment, index) === code ? true : undefined;
}

const bases: readonly ClaimLine['unitBasis'][] = ['UN', 'MJ', 'DA'];

function basisOf(segment: Segment, index: number): ClaimLine['unitBasis'] {
  return bases.find((basis) => basis === element(segment, index)) ?? 'UN';
}

function readSv1(loop: Loop): Service | undefined {
  const sv1 = first(loop, 'SV1');
  if (!sv1) return undefined;
  return defined<Service>({
    ...procedureOf(sv1, 1, 'professional'),
    charge: money(sv1, 2),
    unitBasis: basisOf(sv1, 3),
    units: quantity(sv1, 4) ?? 0,
    placeOfService: value(sv1, 5),
    diagnosisPointers: pointersOf(sv1, 7),
    emergency: says(sv1, 9, 'Y'),
    epsdt: says(sv1, 11, 'Y'),
    familyPlanning: says(sv1, 12, 'Y'),
    copayExempt: says(sv1, 15, '0'),
  });
}

function readSv2(loop: Loop): Service | undefined {
  const sv2 = first(loop, 'SV2');
  if (!sv2) return undefined;
  return defined<Service>({
    revenueCode: value(sv2, 1),
    ...procedureOf(sv2, 2, 'institutional'),
    charge: money(sv2, 3),
    unitBasis: basisOf(sv2, 4),
    units: quantity(sv2, 5) ?? 0,
    notCovered: amount(sv2, 7),
    diagnosisPointers: [],
  });
}

function readSv3(loop: Loop): Service | undefined {
  const sv3 = first(loop, 'SV3');
  if (!sv3) return undefined;
  return defined<Service>({
    ...procedureOf(sv3, 1, 'dental'),
    charge: money(sv3, 2),
    unitBasis: 'UN',
    units: quantity(sv3, 6) ?? 1,
    placeOfService: value(sv3, 3),
    diagnosisPointers: pointersOf(sv3, 11),
    dental: readDentalService(loop, sv3),
  });
}

/** SV1, SV2 or SV3. */
export function serviceSegment(line: ClaimLine, kind: ClaimKind): DraftSegment {
  const { charge, units, unitBasis, placeOfService } = line;
  const procedure = lineProcedure(line, kind);
  const money = formatAmount(charge);
  if (kind === 'institutional') {
    const notCovered = line.notCovered === undefined ? undefined : formatAmount(line.notCovered);
    return ['SV2', line.revenueCode, procedure, money, unitBasis, decimal(units), '', notCovered];
  }
  const pointers = fit(line.diagnosisPointers, 4, 'diagnosisPointers').map(String);
  if (kind === 'dental') {
    const { oralCavity = [], prosthesis } = line.dental ?? {};
    const areas = fit(oralCavity, 5, 'dental.oralCavity');
    return [
      'SV3',
      procedure,
      money,
      placeOfService,
      areas,
      prosthesis,
      decimal(units),
      '',
      '',
      '',
      '',
      pointers,
    ];
  }
  const { emergency, epsdt, familyPlanning, copayExempt } = line;
  return [
    'SV1',
    procedure,
    money,
    unitBasis,
    decimal(units),
    placeOfService,
    '',
    pointers,
    '',
    emergency && 'Y',
    '',
    epsdt && 'Y',
    familyPlanning && 'Y',
    '',
    '',
    copayExempt && '0',
  ];
}

function lineProcedure(line: ClaimLine, kind: ClaimKind): (string | undefined)[] | undefined {
  const { procedure, procedureQualifier, modifiers, description } = line;
  if (procedure === undefined) return undefined;
  return procedureValue({ qualifier: procedureQualifier, code: procedure, modifiers, description }, kind);
}
