import { routes } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { ApiProblem, isProblem } from '../api/problem.ts';
import { LoadingState } from '../ui/loading-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Card } from './card.tsx';
import { type WindowErrand, windowErrands } from './provider-window.ts';

let asked: Promise<{ url: string }> | undefined;

/** The window beside a page, on its way to the identity provider. */
export default function ProviderStartPage() {
  const [problem, setProblem] = useState<ApiProblem>();
  useEffect(() => {
    let here = true;
    asked ??= start(new URLSearchParams(location.search));
    asked.then(
      ({ url }) => {
        if (here) location.replace(url);
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
  return problem ? (
    <Card title="It did not begin">
      <ProblemNote problem={problem} />
      <p>Close this window; your page is still there.</p>
    </Card>
  ) : (
    <Card title="To your organization">
      <LoadingState lines={3} label="The way to your organization" />
    </Card>
  );
}

async function start(search: URLSearchParams): Promise<{ url: string }> {
  const errand = windowErrands.find((one) => one === search.get('for'));
  // Pages of others cannot send somebody on this way: they are no opener of ours.
  if (errand === undefined || window.opener === null) throw nothingToDo();
  return startErrand(errand, search).catch((error: unknown) => {
    const hasEnded = isProblem(error) && error.code === 'session.needed';
    if (errand !== 'unlock' || !hasEnded || !search.has('user')) throw error;
    return startErrand('again', search);
  });
}

function startErrand(errand: WindowErrand, search: URLSearchParams): Promise<{ url: string }> {
  if (errand === 'link') return call(routes.startProviderLink);
  if (errand !== 'again') return call(routes.startProviderProof, { body: { purpose: errand } });
  const organizationId = search.get('practice') ?? '';
  return call(routes.startProviderSignIn, { body: { organizationId, userId: search.get('user') ?? '' } });
}

function nothingToDo(): ApiProblem {
  return new ApiProblem(0, {
    code: 'provider.no-page',
    message: 'No page of Superbill waits for this window.',
    nextStep: 'Begin again on the page where you were.',
  });
}
