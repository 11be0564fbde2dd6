import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type FeeView, routes } from '@superbill/contract';
import { type Cents, formatMoney, type IsoDate } from '@superbill/engines/model';
import { useChange, useRead } from '../../api/index.ts';
import {
  DateField,
  fieldsUnder,
  filled,
  MoneyField,
  missing,
  toast,
  toastProblem,
  today,
  useFormProblem,
} from '../../ui/index.ts';
import { FormDialog } from '../practice/form-dialog.tsx';

interface Props {
  /** The price that is to change; undefined for a procedure that has none. */
  fee: FeeView | undefined;
  onClose: () => void;
}

const changed = [routes.listFeeSchedule, routes.readFeeHistory, routes.listFees];

/** Sets a price from a day on. What was charged keeps its price. */
export function PriceDialog({ fee, onClose }: Props) {
  const form = useForm({
    initialValues: {
      procedure: fee?.procedure ?? '',
      wording: fee?.wording ?? '',
      wordingEs: fee?.wordingEs ?? '',
      priceCents: fee?.priceCents as Cents | undefined,
      effectiveFrom: today() as IsoDate | '',
    },
    validate: (values) => ({
      ...(/^[A-Za-z0-9]{5}$/.test(values.procedure.trim())
        ? {}
        : { procedure: 'Five letters or digits, such as 99213.' }),
      ...missing(values.wording, 'wording', 'Enter the words for the bill.'),
      ...(values.priceCents ? {} : { priceCents: 'Enter the price.' }),
      ...missing(values.effectiveFrom, 'effectiveFrom', 'Enter the first day.'),
    }),
  });
  const procedure = form.values.procedure.trim().toUpperCase();
  const isWhole = /^[A-Z0-9]{5}$/.test(procedure);
  const history = useRead(routes.readFeeHistory, { params: { procedure } }, { enabled: isWhole });
  const from = form.values.effectiveFrom;
  const before = from === '' ? undefined : inForceOn(history.data?.fees ?? [], from);

  const withdraw = useChange(routes.withdrawFee, { invalidates: changed });
  const set = useChange(routes.setFee, {
    invalidates: changed,
    onDone: ({ id }) => {
      toast({
        message: `${procedure} has its price from that day on.`,
        // A price that began on the same day was taken back for it; it does not come again by itself.
        ...(before?.effectiveFrom === from
          ? {}
          : { undo: () => withdraw.mutate({ params: { feeId: id } }, { onError: toastProblem }) }),
      });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, set.error);
  const submit = form.onSubmit((values) => {
    if (values.priceCents === undefined || values.effectiveFrom === '') return;
    set.mutate({
      body: {
        procedure,
        wording: values.wording,
        ...filled('wordingEs', values.wordingEs),
        priceCents: values.priceCents,
        effectiveFrom: values.effectiveFrom,
        ...(before ? { instead: { id: before.id, rowVersion: before.rowVersion } } : {}),
      },
    });
  });
  const field = fieldsUnder(form);
  return (
    <FormDialog
      title={fee ? `New price for ${fee.procedure}` : 'Add a price'}
      save="Set the price"
      busy={set.isPending || (isWhole && history.isPending)}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <TextInput
          label="Procedure"
          required
          maxLength={5}
          disabled={fee !== undefined}
          {...(fee ? {} : { 'data-autofocus': true })}
          {...field('procedure')}
        />
        <MoneyField
          label="Price for one unit"
          required
          {...(fee ? { 'data-autofocus': true } : {})}
          value={form.values.priceCents}
          error={form.errors.priceCents}
          onChange={(amount) => form.setFieldValue('priceCents', amount)}
        />
        <DateField label="From" required {...form.getInputProps('effectiveFrom')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
        <TextInput label="Words on the bill" required {...field('wording')} />
        <TextInput label="In Spanish" {...field('wordingEs')} />
      </SimpleGrid>
      <p style={{ margin: '12px 0 0', color: 'var(--sb-quiet)' }}>{outcome(before, from)}</p>
    </FormDialog>
  );
}

export function inForceOn(fees: readonly FeeView[], date: IsoDate): FeeView | undefined {
  return fees.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= date && (effectiveTo === undefined || date <= effectiveTo),
  );
}

function outcome(before: FeeView | undefined, from: IsoDate | ''): string {
  const kept = 'Charges that are entered already keep their price.';
  if (!before || from === '') return kept;
  if (before.effectiveFrom === from)
    return `Takes the place of ${formatMoney(before.priceCents)}, which begins on the same day. ${kept}`;
  return `The price of ${formatMoney(before.priceCents)} ends on the eve. ${kept}`;
}
