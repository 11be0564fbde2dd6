export { type Account, type AccountKind, accounts } from './accounts.ts';
export {
  type ChargeToPost,
  postCharge,
  postDiscount,
  postWriteOff,
  type ReductionToPost,
} from './charge.ts';
export {
  type CreditSource,
  creditSources,
  type Overpayment,
  overpayments,
  takeCredit,
} from './credit.ts';
export {
  type Agreement,
  agreements,
  type ClaimFacts,
  type ClaimLineFacts,
  findLine,
  isSameClaim,
} from './match.ts';
export {
  type OpenCharge,
  type PatientMoney,
  postCreditUse,
  postOverpayment,
  postPatientPayment,
  postRefund,
} from './patient-payment.ts';
export {
  balanceOf,
  type Cause,
  checkBalanced,
  type Entry,
  type Posting,
  type PostingKind,
  reversePosting,
} from './posting.ts';
export { postProviderAdjustments } from './provider-adjustment.ts';
export { type Effect, type Explanation, explain, knownReasons } from './reasons.ts';
export { postRemit, type RemitPosting, type RemitSource } from './remit.ts';
export { postRemitClaim, type RemitClaimPosting, type RemitIds } from './remit-claim.ts';
export {
  type Language,
  longDate,
  type Sentence,
  type SentenceId,
  type SentenceParams,
  say,
  sentences,
} from './sentences.ts';
export { type ServiceFacts, type StatementLine, statementLines } from './statement.ts';
