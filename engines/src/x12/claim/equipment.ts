import {
  type ClaimLine,
  type Equipment,
  type EquipmentCertification,
  formatAmount,
  type TestResult,
} from '../../model/index.ts';
import { money, quantity } from '../read/fields.ts';
import { element } from '../tokens/segment.ts';
import { all, first, type Loop } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { decimal } from '../write/parts.ts';
import { listed } from './parties.ts';

/** SV5. */
export function readEquipment(loop: Loop): Equipment | undefined {
  const sv5 = first(loop, 'SV5');
  return (
    sv5 && {
      days: quantity(sv5, 3) ?? 0,
      rental: money(sv5, 4),
      purchase: money(sv5, 5),
      frequency: element(sv5, 6),
    }
  );
}

export function equipmentSegments({ equipment, procedure }: ClaimLine): DraftSegment[] {
  if (!equipment) return [];
  const { days, rental, purchase, frequency } = equipment;
  const prices = [formatAmount(rental), formatAmount(purchase)];
  return [['SV5', ['HC', procedure], 'DA', decimal(days), ...prices, frequency]];
}

/** CR3. */
export function readEquipmentCertification(loop: Loop): EquipmentCertification | undefined {
  const cr3 = first(loop, 'CR3');
  return cr3 && { kind: element(cr3, 1), months: quantity(cr3, 3) ?? 0 };
}

export function equipmentCertificationSegments(given: EquipmentCertification | undefined): DraftSegment[] {
  return given ? [['CR3', given.kind, 'MO', decimal(given.months)]] : [];
}

/** MEA. */
export function readTestResults(loop: Loop): TestResult[] | undefined {
  return listed(
    all(loop, 'MEA').map((mea) => ({
      reference: element(mea, 1),
      qualifier: element(mea, 2),
      value: quantity(mea, 3) ?? 0,
    })),
  );
}

export function testResultSegments(results: readonly TestResult[] = []): DraftSegment[] {
  return results.map(({ reference, qualifier, value }) => ['MEA', reference, qualifier, decimal(value)]);
}
