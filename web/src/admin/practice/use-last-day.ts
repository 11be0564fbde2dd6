import type { IsoDate } from '@superbill/engines/model';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { toast, toastProblem } from '../../ui/index.ts';

/** What the practice stops using on a day and keeps on record. */
interface Lasting {
  rowVersion: number;
  effectiveTo?: IsoDate | undefined;
}

interface Options<Row extends Lasting, Input> {
  change: UseMutationResult<{ rowVersion: number }, ApiProblem, Input>;
  /** What is sent to give a row this last day, or none. */
  input: (row: Row, lastDay: { effectiveTo?: IsoDate }, rowVersion: number) => Input;
  saysEnded: (row: Row, effectiveTo: IsoDate) => string;
  saysBack: (row: Row) => string;
}

export interface LastDay<Row> {
  /** The row whose last day is asked for. */
  asking: Row | undefined;
  ask: (row: Row) => void;
  close: () => void;
  end: (row: Row, effectiveTo: IsoDate) => void;
  /** Uses it again, from today as before. */
  takeUp: (row: Row) => void;
  busy: boolean;
  problem: ApiProblem | null;
}

/** Gives rows of a list their last day, with undo, and takes them up again. */
export function useLastDay<Row extends Lasting, Input>(options: Options<Row, Input>): LastDay<Row> {
  const { change, input, saysEnded, saysBack } = options;
  const [asking, setAsking] = useState<Row>();
  const show = (row: Row | undefined) => {
    change.reset();
    setAsking(row);
  };
  const takeUp = (row: Row, rowVersion = row.rowVersion) =>
    change.mutate(input(row, {}, rowVersion), {
      onError: toastProblem,
      onSuccess: () => toast({ message: saysBack(row) }),
    });
  return {
    asking,
    ask: show,
    close: () => show(undefined),
    end: (row, effectiveTo) =>
      change.mutate(input(row, { effectiveTo }, row.rowVersion), {
        onSuccess: ({ rowVersion }) => {
          toast({ message: saysEnded(row, effectiveTo), undo: () => takeUp(row, rowVersion) });
          setAsking(undefined);
        },
      }),
    takeUp,
    busy: change.isPending,
    problem: change.error,
  };
}
