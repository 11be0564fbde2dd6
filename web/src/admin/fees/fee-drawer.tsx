import { Button, Drawer, Group } from '@mantine/core';
import { type FeeView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead } from '../../api/index.ts';
import {
  DateText,
  EmptyState,
  Money,
  ReadState,
  StatusBadge,
  toast,
  toastProblem,
  today,
} from '../../ui/index.ts';
import { LastDayDialog } from '../practice/last-day-dialog.tsx';
import style from './fees.module.css';
import { inForceOn } from './price-dialog.tsx';

interface Props {
  fee: FeeView;
  onNewPrice: () => void;
  onClose: () => void;
}

const changed = [routes.listFeeSchedule, routes.readFeeHistory, routes.listFees];

/** Every price of one procedure, what was and what comes; ends one, or takes back one that nothing used. */
export function FeeDrawer({ fee, onNewPrice, onClose }: Props) {
  const read = useRead(routes.readFeeHistory, { params: { procedure: fee.procedure } });
  const [ending, setEnding] = useState<FeeView>();
  const change = useChange(routes.changeFee, { invalidates: changed });
  const withdraw = useChange(routes.withdrawFee, {
    invalidates: changed,
    onDone: () => toast({ message: 'The price is taken back; the one before goes on.' }),
  });
  const save = (
    price: FeeView,
    part: { effectiveTo?: FeeView['effectiveTo'] },
    rowVersion = price.rowVersion,
  ) =>
    change.mutateAsync({
      params: { feeId: price.id },
      body: {
        wording: price.wording,
        ...(price.wordingEs ? { wordingEs: price.wordingEs } : {}),
        ...part,
        rowVersion,
      },
    });
  return (
    <Drawer opened onClose={onClose} position="right" title={`${fee.procedure} · ${fee.wording}`}>
      <Button mb="md" onClick={onNewPrice}>
        New price from a day
      </Button>
      <ReadState read={read} lines={4}>
        {({ fees }) => {
          if (fees.length === 0) return <EmptyState title="No price." />;
          const now = inForceOn(fees, today());
          return (
            <ol className={style.history} aria-label="Prices, the newest first">
              {fees.map((price) => (
                <li key={price.id}>
                  <div className={style.price}>
                    <strong>
                      <Money amount={price.priceCents} />
                    </strong>
                    {price.id === now?.id && <StatusBadge tone="good">Today</StatusBadge>}
                    {price.effectiveFrom > today() && <StatusBadge tone="info">To come</StatusBadge>}
                  </div>
                  <div>
                    <DateText date={price.effectiveFrom} /> –{' '}
                    {price.effectiveTo ? <DateText date={price.effectiveTo} /> : 'open'}
                  </div>
                  <div className={style.words}>
                    {price.wording}
                    {price.wordingEs && ` · ${price.wordingEs}`}
                  </div>
                  <Group gap={4} mt={4}>
                    {price.effectiveTo === undefined && (
                      <Button size="compact-xs" variant="default" onClick={() => setEnding(price)}>
                        End
                      </Button>
                    )}
                    <Button
                      size="compact-xs"
                      variant="default"
                      loading={withdraw.isPending && withdraw.variables?.params.feeId === price.id}
                      onClick={() =>
                        withdraw.mutate({ params: { feeId: price.id } }, { onError: toastProblem })
                      }
                    >
                      Take back
                    </Button>
                  </Group>
                </li>
              ))}
            </ol>
          );
        }}
      </ReadState>
      {ending && (
        <LastDayDialog
          title={`End the price of ${fee.procedure}`}
          confirm="End it"
          busy={change.isPending}
          problem={change.error}
          onClose={() => {
            change.reset();
            setEnding(undefined);
          }}
          onConfirm={(effectiveTo) =>
            void save(ending, { effectiveTo }).then(
              ({ rowVersion }) => {
                toast({
                  message: `${fee.procedure} has no price after that day.`,
                  undo: () => void save(ending, {}, rowVersion).catch(toastProblem),
                });
                setEnding(undefined);
              },
              // Said in the dialog.
              () => undefined,
            )
          }
        >
          After the last day the procedure has no price and cannot be charged.
        </LastDayDialog>
      )}
    </Drawer>
  );
}
