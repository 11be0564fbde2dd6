export { AddDocumentDialog } from './add-document-dialog.tsx';
export { AddressFields } from './address-fields.tsx';
export {
  type AddressInput,
  type AddressValues,
  addressInput,
  addressValues,
  emptyAddress,
  filled,
  missing,
  missingInAddress,
} from './address-values.ts';
export { ConfirmDialog } from './confirm-dialog.tsx';
export { DateField } from './date-field.tsx';
export { DateText, InstantText, WaitedText } from './date-text.tsx';
export { type DocumentSpan, DocumentText, type SpanTone, type TextSelection } from './document-text.tsx';
export { editionName, editionWarning, systemNames } from './edition-warning.ts';
export { EmptyState } from './empty-state.tsx';
export { Facts } from './facts.tsx';
export { FailedState } from './failed-state.tsx';
export { type FieldProps, fieldsUnder } from './field-props.ts';
export { Grid } from './grid.tsx';
export type { Column } from './grid-model.ts';
export { KeyHint } from './key-hint.tsx';
export { LoadingState } from './loading-state.tsx';
export { Money } from './money.tsx';
export { MoneyField } from './money-field.tsx';
export { Page } from './page.tsx';
export { PageLink } from './page-link.tsx';
export { Panel } from './panel.tsx';
export { personName } from './person-name.ts';
export { ProblemNote } from './problem-note.tsx';
export { ReadState } from './read-state.tsx';
export { reveal } from './reveal.ts';
export { ClaimBadge, QueueBadge, StatusBadge, type Tone } from './status-badge.tsx';
export { toast, toastProblem } from './toast.tsx';
export { today } from './today.ts';
export { useEditionInUse } from './use-edition-in-use.ts';
export { useFormProblem } from './use-form-problem.ts';
export { useKeys } from './use-keys.ts';
export { type VisitColumn, visitColumns } from './visit-columns.tsx';
export { Why, WhyDrawer } from './why.tsx';
export { WhyThread } from './why-thread.tsx';
