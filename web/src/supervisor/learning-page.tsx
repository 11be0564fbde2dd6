import { Button } from '@mantine/core';
import { type Learning, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead } from '../api/index.ts';
import {
  ConfirmDialog,
  EmptyState,
  Facts,
  InstantText,
  Page,
  Panel,
  ProblemNote,
  ReadState,
  toast,
} from '../ui/index.ts';
import { LearningSwitches } from './learning-switches.tsx';
import { LearntPhrases } from './learnt-phrases.tsx';
import { LearntWeights } from './learnt-weights.tsx';

/** What the practice's coding decisions taught the suggestions: looked at, turned on and off, forgotten. */
export default function LearningPage() {
  const read = useRead(routes.readLearning, {});
  return (
    <Page title="Learning" detail="What coding decisions taught the suggestions">
      <ReadState read={read} lines={8}>
        {(learning) => (
          <>
            <Panel title="Turn on and off">
              <LearningSwitches learning={learning} />
            </Panel>
            <WhatWasLearnt learning={learning} />
            {learning.model && (
              <>
                <Panel title="Phrases">
                  <LearntPhrases phrases={learning.model.phrases} />
                </Panel>
                <Panel title="Weights">
                  <LearntWeights weights={learning.model.weights} />
                </Panel>
              </>
            )}
          </>
        )}
      </ReadState>
    </Page>
  );
}

function WhatWasLearnt({ learning: { on, model, newDecisions } }: { learning: Learning }) {
  const [asking, setAsking] = useState(false);
  const learn = useChange(routes.learnNow, {
    invalidates: [routes.readLearning],
    onDone: () => toast({ message: 'Learnt from the decisions so far.' }),
  });
  const forget = useChange(routes.forgetAll, {
    invalidates: [routes.readLearning],
    onDone: () => {
      setAsking(false);
      toast({ message: 'Everything that was learnt is forgotten.' });
    },
  });
  const waiting = `${newDecisions.toLocaleString('en-US')} new ${newDecisions === 1 ? 'decision' : 'decisions'}`;
  return (
    <Panel
      title="What was learnt"
      tools={
        <span style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
          <Button variant="default" disabled={!on} loading={learn.isPending} onClick={() => learn.mutate({})}>
            Learn now
          </Button>
          <Button variant="default" disabled={!model} onClick={() => setAsking(true)}>
            Forget everything
          </Button>
        </span>
      }
    >
      <ProblemNote problem={learn.error} />
      {model ? (
        <Facts
          facts={[
            ['Learnt', <InstantText key="at" at={model.learntAt} />],
            ['By', model.learntBy],
            ['Visits', model.visits.toLocaleString('en-US')],
            ['Decisions', `${model.accepted} accepted, ${model.rejected} rejected`],
            ['Since then', waiting],
            ['Used', on ? 'For every suggestion' : 'Not while learning is off'],
          ]}
        />
      ) : (
        <EmptyState
          title="Nothing is learnt."
          hint={
            on
              ? `${waiting} can be learnt from: press Learn now.`
              : 'Turn learning on, then learn from the decisions so far. Nothing changes before that.'
          }
        />
      )}
      <ConfirmDialog
        open={asking}
        title="Forget everything that was learnt?"
        confirm="Forget everything"
        danger
        busy={forget.isPending}
        problem={forget.error}
        onConfirm={() => forget.mutate({})}
        onClose={() => setAsking(false)}
      >
        <p>
          Phrases and weights are deleted, and decisions so far are not learnt from again. Codes and decisions
          themselves stay as they are.
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
