import { z } from 'zod';
import { approvalKinds } from './controls.ts';
import { define } from './define.ts';
import { patientSummary } from './patients.ts';
import { amountCents, done, id, instant, isoDate, line, nothing, positiveCents, text } from './shapes.ts';

const patientId = z.strictObject({ patientId: id });

export const account = z.strictObject({
  patient: patientSummary,
  /** What the patient owes now; negative is a credit. */
  patientBalanceCents: amountCents,
  insuranceBalanceCents: amountCents,
  /** Money that belongs to the patient: it can be used for what is owed, or paid back. */
  creditCents: amountCents,
  /** The services that the entries are about, with what is open on each. */
  charges: z.array(
    z.strictObject({
      id,
      serviceDate: isoDate,
      procedure: z.string(),
      wording: z.string(),
      patientOwesCents: amountCents,
      deniedCents: amountCents,
    }),
  ),
  /** Money the patient paid, the newest first. */
  payments: z.array(
    z.strictObject({
      id,
      receivedOn: isoDate,
      amountCents,
      method: z.enum(['cash', 'check', 'card']),
      reference: z.string().nullable(),
      voided: z.boolean(),
    }),
  ),
  /** Asked for and not decided: nothing of it is booked. */
  waiting: z.array(
    z.strictObject({
      id,
      kind: z.enum(approvalKinds),
      subjectId: id,
      amountCents,
      what: z.string(),
      requestedBy: z.string(),
      requestedAt: instant,
      own: z.boolean(),
    }),
  ),
  entries: z.array(
    z.strictObject({
      postingId: id,
      ordinal: z.number().int(),
      postedOn: isoDate,
      kind: z.string(),
      memo: z.string(),
      account: z.string(),
      amountCents,
      chargeId: id.nullable(),
    }),
  ),
});
export type Account = z.output<typeof account>;

export const sentenceUse = z.strictObject({
  sentence: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const statementLine = z.strictObject({
  id,
  serviceDate: isoDate,
  /** In the bill's language. */
  wording: z.string(),
  practitioner: z.string(),
  priceCents: amountCents,
  discountCents: amountCents,
  insurancePaidCents: amountCents,
  insurancePendingCents: amountCents,
  patientPaidCents: amountCents,
  owedCents: amountCents,
  /** Plain sentences: why this is owed, or why it is not. */
  reasons: z.array(z.string()),
});
export type StatementLineView = z.output<typeof statementLine>;

export const statementSummary = z.strictObject({
  id,
  number: z.string(),
  patient: patientSummary,
  issuedOn: isoDate,
  dueOn: isoDate,
  balanceCents: amountCents,
  lines: z.number().int(),
  openQuestions: z.number().int(),
});
export type StatementSummary = z.output<typeof statementSummary>;

export const message = z.strictObject({
  id,
  patient: patientSummary,
  statementId: id,
  statementNumber: z.string(),
  statementLineId: id.nullable(),
  lineWording: z.string().nullable(),
  author: z.enum(['patient', 'practice']),
  authorName: z.string().nullable(),
  body: z.string(),
  state: z.enum(['open', 'answered']),
  createdAt: instant,
  replies: z.array(
    z.strictObject({ id, authorName: z.string().nullable(), body: z.string(), createdAt: instant }),
  ),
});
export type Message = z.output<typeof message>;

export const moneyRoutes = {
  readAccount: define({
    method: 'GET',
    path: '/api/patients/:patientId/account',
    access: { staff: 'ledger.read' },
    summary: "A patient's account: balances and every ledger entry.",
    params: patientId,
    response: account,
  }),
  recordPayment: define({
    method: 'POST',
    path: '/api/patients/:patientId/payments',
    access: { staff: 'payment.write' },
    summary: 'Records money received from a patient, applied to the oldest balance first.',
    params: patientId,
    body: z.strictObject({
      amountCents: positiveCents,
      method: z.enum(['cash', 'check', 'card']),
      reference: line(60).optional(),
      /** The day the money came, today unless it is said. */
      receivedOn: isoDate.optional(),
    }),
    response: done,
  }),
  listStatements: define({
    method: 'GET',
    path: '/api/statements',
    access: { staff: 'statement.write' },
    summary: 'Bills sent, newest first, and the patients with a balance who have none yet.',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: z.strictObject({
      statements: z.array(statementSummary),
      unbilled: z.array(z.strictObject({ patient: patientSummary, balanceCents: amountCents })),
    }),
  }),
  createStatement: define({
    method: 'POST',
    path: '/api/patients/:patientId/statements',
    access: { staff: 'statement.write' },
    summary: 'Makes a bill of what the patient owes, with a one-time link.',
    params: patientId,
    response: z.strictObject({ id, number: z.string(), link: z.string() }),
  }),
  renewStatementLink: define({
    method: 'POST',
    path: '/api/statements/:statementId/links',
    access: { staff: 'statement.write' },
    summary:
      'Makes a new one-time link for a bill, for the patient or a proxy; earlier links of the same person stop working.',
    params: z.strictObject({ statementId: id }),
    body: z.strictObject({ proxyId: id.optional() }),
    response: z.strictObject({ link: z.string() }),
  }),
  readStatement: define({
    method: 'GET',
    path: '/api/statements/:statementId',
    access: { staff: 'ledger.read' },
    summary: 'A bill as the patient sees it.',
    params: z.strictObject({ statementId: id }),
    response: statementSummary
      .omit({ lines: true })
      .extend({ lines: z.array(statementLine), messages: z.array(message) }),
  }),
  listMessages: define({
    method: 'GET',
    path: '/api/messages',
    access: { staff: 'message.answer' },
    summary: "Patients' questions about their bills.",
    query: z.strictObject({ state: z.enum(['open', 'answered']).default('open') }),
    response: z.strictObject({ messages: z.array(message) }),
  }),
  replyToMessage: define({
    method: 'POST',
    path: '/api/messages/:messageId/replies',
    access: { staff: 'message.answer' },
    summary: 'Answers a patient.',
    params: z.strictObject({ messageId: id }),
    body: z.strictObject({ body: text(4000) }),
    response: done,
  }),
};

export const bill = z.strictObject({
  practice: z.strictObject({ name: z.string(), phone: z.string() }),
  number: z.string(),
  language: z.enum(['en', 'es']),
  patientFirstName: z.string(),
  /** The proxy who reads it; null when it is the patient. */
  readBy: z.string().nullable(),
  issuedOn: isoDate,
  dueOn: isoDate,
  balanceCents: amountCents,
  lines: z.array(statementLine),
  questions: z.array(
    z.strictObject({
      id,
      statementLineId: id.nullable(),
      body: z.string(),
      createdAt: instant,
      replies: z.array(z.strictObject({ id, body: z.string(), createdAt: instant })),
    }),
  ),
});
export type Bill = z.output<typeof bill>;

/** The patient's side. No route takes a patient id: the session alone says whose bill it is. */
export const portalRoutes = {
  openBill: define({
    method: 'POST',
    path: '/api/portal/session',
    access: 'public',
    limit: 'guess',
    summary: "Opens a bill with the one-time link and the birth date: the patient's, or the proxy's own.",
    body: z.strictObject({ token: z.string().min(20).max(200), birthDate: isoDate }),
    response: nothing,
  }),
  readBill: define({
    method: 'GET',
    path: '/api/portal/bill',
    access: 'patient',
    summary: 'The bill, in the language asked for.',
    query: z.strictObject({ language: z.enum(['en', 'es']).optional() }),
    response: bill,
  }),
  askAboutBill: define({
    method: 'POST',
    path: '/api/portal/questions',
    access: 'patient',
    summary: 'Asks the practice about the bill or one line of it.',
    body: z.strictObject({ statementLineId: id.optional(), body: text(4000) }),
    response: done,
  }),
  closeBill: define({
    method: 'DELETE',
    path: '/api/portal/session',
    access: 'patient',
    summary: 'Closes the bill on this device.',
    response: nothing,
  }),
};
