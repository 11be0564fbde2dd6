import {
  type Ambulance,
  type Attachment,
  type Certification,
  type Contract,
  formatAmount,
  type Note,
  type SpinalManipulation,
} from '../../model/index.ts';
import { defined, quantity } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import { element } from '../tokens/segment.ts';
import { all, first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { decimal } from '../write/parts.ts';
import { fit } from './kinds.ts';
import { listed } from './parties.ts';

// What claims and lines have in common beside dates, numbers and people: each reader with its writer.

export function readAttachments(loop: Loop): Attachment[] | undefined {
  return listed(
    all(loop, 'PWK').map((pwk) =>
      defined<Attachment>({
        report: element(pwk, 1),
        transmission: element(pwk, 2),
        controlNumber: value(pwk, 6),
      }),
    ),
  );
}

export function attachmentSegments(attachments: readonly Attachment[] = []): DraftSegment[] {
  return attachments.map(({ report, transmission, controlNumber }) => [
    'PWK',
    report,
    transmission,
    '',
    '',
    controlNumber && 'AC',
    controlNumber,
  ]);
}

export function readContract(loop: Loop): Contract | undefined {
  const cn1 = first(loop, 'CN1');
  return (
    cn1 &&
    defined<Contract>({
      type: element(cn1, 1),
      amount: amount(cn1, 2),
      percent: quantity(cn1, 3),
      code: value(cn1, 4),
      termsDiscount: quantity(cn1, 5),
      version: value(cn1, 6),
    })
  );
}

export function contractSegments(contract: Contract | undefined): DraftSegment[] {
  if (!contract) return [];
  const { type, amount: money, percent, code, termsDiscount, version } = contract;
  const sum = money === undefined ? undefined : formatAmount(money);
  return [['CN1', type, sum, decimal(percent), code, decimal(termsDiscount), version]];
}

export function readNotes(loop: Loop): Note[] | undefined {
  return listed(all(loop, 'NTE').map((nte) => ({ kind: element(nte, 1), text: element(nte, 2) })));
}

export function noteSegments(notes: readonly Note[] = []): DraftSegment[] {
  return notes.map(({ kind, text }) => ['NTE', kind, text]);
}

export function readFileInformation(loop: Loop): string[] | undefined {
  return listed(all(loop, 'K3').flatMap((k3) => value(k3, 1) ?? []));
}

export function fileInformationSegments(texts: readonly string[] = []): DraftSegment[] {
  return texts.map((text) => ['K3', text]);
}

export function readAmbulance(loop: Loop): Ambulance | undefined {
  const cr1 = first(loop, 'CR1');
  return (
    cr1 &&
    defined<Ambulance>({
      weight: quantity(cr1, 2),
      reason: element(cr1, 4),
      distance: quantity(cr1, 6) ?? 0,
      roundTripPurpose: value(cr1, 9),
      stretcherPurpose: value(cr1, 10),
    })
  );
}

export function ambulanceSegments(ambulance: Ambulance | undefined): DraftSegment[] {
  if (!ambulance) return [];
  const { reason, roundTripPurpose, stretcherPurpose } = ambulance;
  const weight = decimal(ambulance.weight);
  const distance = decimal(ambulance.distance);
  const purposes = [roundTripPurpose, stretcherPurpose];
  return [['CR1', weight && 'LB', weight, '', reason, 'DH', distance, '', '', ...purposes]];
}

export function readSpinalManipulation(loop: Loop): SpinalManipulation | undefined {
  const cr2 = first(loop, 'CR2');
  return (
    cr2 &&
    defined<SpinalManipulation>({
      condition: element(cr2, 8),
      description: value(cr2, 10),
      furtherDescription: value(cr2, 11),
    })
  );
}

export function spinalManipulationSegments(given: SpinalManipulation | undefined): DraftSegment[] {
  if (!given) return [];
  const blank = ['', '', '', '', '', '', ''];
  return [['CR2', ...blank, given.condition, '', given.description, given.furtherDescription]];
}

export function readCertifications(loop: Loop): Certification[] | undefined {
  return listed(
    all(loop, 'CRC').map((crc) => ({
      category: element(crc, 1),
      applies: element(crc, 2) === 'Y',
      conditions: [3, 4, 5, 6, 7].flatMap((index) => value(crc, index) ?? []),
    })),
  );
}

export function certificationSegments(certifications: readonly Certification[] = []): DraftSegment[] {
  return certifications.map(({ category, applies, conditions }) => [
    'CRC',
    category,
    applies ? 'Y' : 'N',
    ...fit(conditions, 5, 'certifications.conditions'),
  ]);
}
