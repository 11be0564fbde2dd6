import type { Ambulance, Attachment, Certification, Contract, Note, Repricing } from '../../model/index.ts';
import { amount, list, number, object, optional, type Shape, text } from './shape.ts';

const maybe = optional(text);

export const attachments = list(
  object<Attachment>({ report: text, transmission: text, controlNumber: maybe }),
);

export const contract = object<Contract>({
  type: text,
  amount: optional(amount),
  percent: optional(number),
  code: maybe,
  termsDiscount: optional(number),
  version: maybe,
});

export const notes = list(object<Note>({ kind: text, text }));

export const ambulance = object<Ambulance>({
  weight: optional(number),
  reason: text,
  distance: number,
  roundTripPurpose: maybe,
  stretcherPurpose: maybe,
});

const flag: Shape<boolean> = (value, at, problems) => {
  if (typeof value === 'boolean') return value;
  problems.push(`${at} must be true or false`);
  return false;
};

export const certifications = list(
  object<Certification>({ category: text, applies: flag, conditions: list(text) }),
);

export const repricing = object<Repricing>({
  method: text,
  allowed: amount,
  savings: optional(amount),
  organizationId: maybe,
  rate: optional(number),
  approvedGroup: maybe,
  approvedAmount: optional(amount),
  approvedRevenueCode: maybe,
  approvedProcedure: optional(
    object<NonNullable<Repricing['approvedProcedure']>>({ qualifier: text, code: text }),
  ),
  approvedUnits: optional(object<NonNullable<Repricing['approvedUnits']>>({ basis: text, quantity: number })),
  rejectReason: maybe,
  policyCompliance: maybe,
  exception: maybe,
});
