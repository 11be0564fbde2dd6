import { routes } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { type ApiProblem, isProblem } from '../api/problem.ts';
import { LoadingState } from '../ui/loading-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Card } from './card.tsx';
import { tellErrandDone, type WindowErrand } from './provider-window.ts';

/** The window is back from the identity provider: what came is sent once, the page hears of it, the window closes. */
export function ProviderErrand({ errand, query }: { errand: WindowErrand; query: string }) {
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  useEffect(() => {
    finishOnce(errand, query).then(
      () => setDone(true),
      (error: unknown) => {
        if (!isProblem(error)) throw error;
        setProblem(error);
      },
    );
  }, [errand, query]);
  if (problem)
    return (
      <Card title="That did not work">
        <ProblemNote problem={problem} />
        <p>Close this window; your page is still there.</p>
      </Card>
    );
  if (done)
    return (
      <Card title="Done">
        <p role="status">Your page goes on. Close this window if it is still open.</p>
      </Card>
    );
  return (
    <Card title="One moment">
      <LoadingState lines={3} label="Your answer" />
    </Card>
  );
}

let finished: Promise<void> | undefined;

function finishOnce(errand: WindowErrand, query: string): Promise<void> {
  finished ??= finish(errand, query).then(() => {
    tellErrandDone(errand);
    window.close();
  });
  return finished;
}

async function finish(errand: WindowErrand, query: string): Promise<void> {
  if (errand === 'link') await call(routes.finishProviderLink, { body: { query } });
  else if (errand === 'again') await call(routes.finishProviderSignIn, { body: { query } });
  else await call(routes.finishProviderProof, { body: { query } });
}
