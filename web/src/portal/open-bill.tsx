import { routes } from '@superbill/contract';
import { useEffect } from 'react';
import { useRead } from '../api/use-read.ts';
import { BillBones } from './bill-bones.tsx';
import { BillView } from './bill-view.tsx';
import type { Language } from './formats.ts';
import { Frame } from './frame.tsx';
import { browserLanguage } from './spoken.ts';
import { FailedBill, NotOpen } from './states.tsx';

interface OpenBillProps {
  chosen: Language | undefined;
  onChoose: (language: Language) => void;
  onClosed: () => void;
}

/** An answer is looked for this often; without a question, only whether the bill is still open. */
const lookForAnswersMs = 30_000;
const lookWhetherOpenMs = 5 * 60_000;

/** The bill of this device's session, in the language chosen or else the one the practice has on record. */
export function OpenBill({ chosen, onChoose, onClosed }: OpenBillProps) {
  const read = useRead(routes.readBill, { query: { language: chosen } }, { keepPrevious: true });
  const { data: bill, error, refetch } = read;
  const ended = error?.status === 401;
  useEvery(bill && bill.questions.length > 0 ? lookForAnswersMs : lookWhetherOpenMs, refetch);

  // The whole page changes its language at once, when the bill has arrived in it.
  const language = bill?.language ?? chosen ?? browserLanguage();
  return (
    <Frame language={language} onChoose={onChoose} practice={bill?.practice.name}>
      {ended ? (
        <NotOpen phone={bill?.practice.phone} />
      ) : bill ? (
        <BillView bill={bill} stale={error !== null} onClosed={onClosed} />
      ) : error ? (
        <FailedBill problem={error} onRetry={() => void refetch()} />
      ) : (
        <BillBones />
      )}
    </Frame>
  );
}

/** Runs something every so many milliseconds while the page is in sight. */
function useEvery(milliseconds: number, run: () => unknown): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') run();
    }, milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds, run]);
}
