import { formatDate, type IsoDate } from '@superbill/engines/model';
import { StatusBadge, today } from '../../ui/index.ts';

/** Whether something has had its last day. */
export function isEnded({ effectiveTo }: { effectiveTo?: IsoDate | undefined }): boolean {
  return effectiveTo !== undefined && effectiveTo < today();
}

/** In use, ending, or ended, with the day. */
export function Standing({
  effectiveTo,
  ended,
}: {
  effectiveTo?: IsoDate | undefined;
  /** The word for what is over: `Closed`, `Left`. */
  ended: string;
}) {
  if (effectiveTo === undefined) return <StatusBadge tone="good">In use</StatusBadge>;
  if (effectiveTo < today())
    return (
      <StatusBadge tone="still">
        {ended} {formatDate(effectiveTo)}
      </StatusBadge>
    );
  return <StatusBadge tone="warn">Until {formatDate(effectiveTo)}</StatusBadge>;
}
