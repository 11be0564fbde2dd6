import { routes, type SignInStep } from '@superbill/contract';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { type ApiProblem, isProblem } from '../api/problem.ts';
import { useGo } from '../router/use-place.ts';
import { LoadingState } from '../ui/loading-state.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Card } from './card.tsx';
import { ProviderErrand } from './provider-errand.tsx';
import { windowErrands } from './provider-window.ts';
import { SignInSteps } from './sign-in-steps.tsx';
import { takeWayBack } from './way-back.ts';

/** Where the identity provider sends people back to: what it sent is taken once, and does what they went there for. */
export default function ProviderReturnPage() {
  const go = useGo();
  const query = takeQuery();
  const errand = windowErrands.find((one) => new URLSearchParams(query).get('state')?.startsWith(`${one}.`));
  if (errand !== undefined) return <ProviderErrand errand={errand} query={query} />;
  return (
    <SignInSteps onSignedIn={() => go(takeWayBack())}>{(proceed) => <Finish onDone={proceed} />}</SignInSteps>
  );
}

let came = '';

/** What came back, which is good once and leaves the address at once, however often the router draws the page anew. */
function takeQuery(): string {
  const query = location.search.slice(1);
  if (query !== '') {
    came = query;
    history.replaceState(history.state, '', location.pathname);
  }
  return came;
}

let asked: { query: string; answer: Promise<SignInStep> } | undefined;

/** Sends what came back once. Undefined when nothing came. */
function finishOnce(): Promise<SignInStep> | undefined {
  const query = takeQuery();
  if (query !== '' && asked?.query !== query)
    asked = { query, answer: call(routes.finishProviderSignIn, { body: { query } }) };
  return asked?.answer;
}

function Finish({ onDone }: { onDone: (next: SignInStep) => void }) {
  const [problem, setProblem] = useState<ApiProblem | 'nothing came'>();
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => {
    let here = true;
    const answer = finishOnce();
    if (!answer) setProblem('nothing came');
    answer?.then(
      (next) => {
        if (here) latest.current(next);
      },
      (error: unknown) => {
        if (!isProblem(error)) throw error;
        if (here) setProblem(error);
      },
    );
    return () => {
      here = false;
    };
  }, []);
  if (problem === undefined)
    return (
      <Card title="Signing in">
        <LoadingState lines={3} label="Your sign-in" />
      </Card>
    );
  return (
    <Card title="You are not signed in">
      {problem === 'nothing came' ? <p>Nothing came back with you.</p> : <ProblemNote problem={problem} />}
      <PageLink to="/sign-in">To the sign-in</PageLink>
    </Card>
  );
}
