import { Switch } from '@mantine/core';
import { type Learning, routes } from '@superbill/contract';
import { useChange } from '../api/index.ts';
import { ProblemNote, toast } from '../ui/index.ts';
import style from './learning.module.css';

/** The two things that are off until somebody turns them on. */
export function LearningSwitches({ learning: { on, languageModel } }: { learning: Learning }) {
  const set = useChange(routes.setLearning, {
    invalidates: [routes.readLearning],
    onDone: () => toast({ message: 'Changed for the whole practice.' }),
  });
  const { name } = languageModel;
  return (
    <div className={style.switches}>
      <Switch
        label="Learn from coding decisions"
        description="Accepted and rejected suggestions change the order and the confidence of later ones, and names of diagnoses that coders tie to a code bring that code. Nothing leaves this server."
        checked={on}
        disabled={set.isPending}
        onChange={({ currentTarget }) =>
          set.mutate({ body: { on: currentTarget.checked, languageModel: languageModel.on } })
        }
      />
      <Switch
        label={name ? `Ask the language model “${name}”` : 'Ask a language model'}
        description={
          name
            ? 'It sees short stretches of a record without names, dates and whatever else could tell of a person, and at most ten codes, and may only put these in order. Each request is in the audit trail.'
            : 'This server has none to ask. Its operator sets SUPERBILL_LLM_URL and SUPERBILL_LLM_MODEL.'
        }
        checked={languageModel.on}
        disabled={set.isPending || (name === null && !languageModel.on)}
        onChange={({ currentTarget }) => set.mutate({ body: { on, languageModel: currentTarget.checked } })}
      />
      <ProblemNote problem={set.error} />
    </div>
  );
}
