import { hiddenDate } from '@superbill/contract';
import { formatDate, type Instant, type IsoDate } from '@superbill/engines/model';
import { momentText } from './today.ts';

/** A date of service, birth or payment: no time zone, one format. */
export function DateText({ date }: { date: IsoDate }) {
  if (date === hiddenDate) return <>—</>;
  return (
    <time dateTime={date} className="sb-number">
      {formatDate(date)}
    </time>
  );
}

/** A moment on the practice's clock, so that the days of a search and a letter's hour agree with what is shown. */
export function InstantText({ at }: { at: Instant }) {
  return (
    <time dateTime={at} className="sb-number">
      {momentText(at)}
    </time>
  );
}

/** How long something has waited, in words short enough for a worklist: `3 h`, `12 d`. */
function waited(since: Instant, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

export function WaitedText({ since }: { since: Instant }) {
  return (
    <time dateTime={since} className="sb-number" title={momentText(since)}>
      {waited(since, Date.now())}
    </time>
  );
}
