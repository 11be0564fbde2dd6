import type { ApiProblem } from '../api/problem.ts';
import controls from './controls.module.css';
import { Notice } from './notice.tsx';
import { useSpoken } from './spoken.ts';

/** Too many wrong birth dates: this link is dead. */
export function LockedLink() {
  const { words } = useSpoken();
  return (
    <Notice title={words.locked}>
      <p>{words.lockedWhy}</p>
      <p>{words.lockedNext}</p>
    </Notice>
  );
}

/** No link was used here, or the hour is over. The telephone number is known when the bill was open before. */
export function NotOpen({ phone }: { phone: string | undefined }) {
  const { words } = useSpoken();
  return (
    <Notice title={words.notOpen}>
      <p>{words.notOpenWhy}</p>
      <p>{words.notOpenLink}</p>
      <p>{phone === undefined ? words.notOpenNext : words.notOpenCall(phone)}</p>
    </Notice>
  );
}

/** The patient closed the bill. */
export function ClosedBill() {
  const { words } = useSpoken();
  return (
    <Notice title={words.closed}>
      <p>{words.closedWhy}</p>
      <p>{words.notOpenNext}</p>
    </Notice>
  );
}

/** The bill did not come: the connection, or a fault of ours. */
export function FailedBill({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const { words } = useSpoken();
  const silent = problem.status === 0;
  return (
    <Notice title={silent ? words.noAnswer : words.failed}>
      <p>{silent ? words.noAnswerNext : words.failedNext}</p>
      <button type="button" className={controls.main} onClick={onRetry}>
        {words.tryAgain}
      </button>
    </Notice>
  );
}
