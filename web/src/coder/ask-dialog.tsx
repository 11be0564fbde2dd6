import { Button, CloseButton, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { type Encounter, type QueryProposalView, routes } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { KeyHint, ProblemNote, toast } from '../ui/index.ts';
import style from './ask.module.css';
import {
  draftOf,
  emptyDraft,
  isWritten,
  optionsToSend,
  type QueryDraft,
  stillToAsk,
  wayOut,
  whyNotSend,
  wordingHints,
} from './query-draft.ts';

interface Props {
  encounter: Encounter;
  proposals: readonly QueryProposalView[];
  /** Words picked in the record, or those of the code at the cursor. */
  evidence: readonly Evidence[];
  onClose: () => void;
}

/** Asks the physician: a question the record itself raises, or one's own, with the words it is about. */
export function AskDialog({ encounter, proposals, evidence, onClose }: Props) {
  const open = stillToAsk(proposals, encounter.queries);
  const own: QueryDraft = { ...emptyDraft, evidence };
  const [chosen, setChosen] = useState(open.length > 0 ? 0 : -1);
  /** What was written at each question, so that looking at another loses none of it. */
  const [drafts, setDrafts] = useState<ReadonlyMap<number, QueryDraft>>(new Map());
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const startOf = (place: number) => (open[place] ? draftOf(open[place]) : own);
  const draft = drafts.get(chosen) ?? startOf(chosen);
  const ask = useChange(routes.askQuery, {
    invalidates: [routes.readEncounter, routes.listEncounters],
    onDone: () => {
      toast({ message: `Asked ${encounter.practitionerName}. The visit waits for the answer.` });
      onClose();
    },
  });
  const missing = whyNotSend(draft);
  const hints = wordingHints(draft);
  const set = (part: Partial<QueryDraft>) => setDrafts(new Map(drafts).set(chosen, { ...draft, ...part }));
  const setOption = (place: number, text: string) =>
    set({ options: draft.options.map((option, i) => (i === place ? text : option)) });

  function choose(place: number) {
    setChosen(place);
    setTried(false);
  }

  /** Escape, the cross and Cancel: what was written is thrown away only when that is said. */
  function leave() {
    const written = [...drafts].some(([place, each]) => isWritten(each, startOf(place)));
    if (written) setLeaving(!leaving);
    else onClose();
  }

  function send() {
    setTried(true);
    if (missing !== undefined || ask.isPending) return;
    ask.mutate({
      params: { encounterId: encounter.id },
      body: {
        question: draft.question.trim(),
        options: optionsToSend(draft),
        evidence: [...draft.evidence],
      },
    });
  }

  return (
    <Modal opened onClose={leave} title={`Ask ${encounter.practitionerName}`} size="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
        }}
      >
        {open.length > 0 && (
          <fieldset className={style.proposals}>
            <legend>The record raises</legend>
            {[...open, undefined].map((proposal, i) => {
              const place = proposal ? i : -1;
              return (
                <label key={proposal?.question ?? 'own'} className={style.proposal}>
                  <input
                    type="radio"
                    name="proposal"
                    checked={chosen === place}
                    onChange={() => choose(place)}
                  />
                  <span>{proposal?.question ?? 'A question of my own'}</span>
                </label>
              );
            })}
          </fieldset>
        )}
        <Textarea
          label="Question"
          description="State the facts of the record, then ask openly. No code, no payment, no answer hinted at."
          required
          autosize
          minRows={3}
          maxRows={8}
          data-autofocus
          value={draft.question}
          onChange={({ currentTarget }) => set({ question: currentTarget.value })}
        />
        {draft.evidence.length > 0 && (
          <ul className={style.evidence} aria-label="Words of the record shown with it">
            {draft.evidence.map((span) => (
              <li key={`${span.documentId} ${span.start}`}>
                “{span.quote}”
                <CloseButton
                  size={24}
                  aria-label={`Leave out “${span.quote}”`}
                  onClick={() => set({ evidence: draft.evidence.filter((each) => each !== span) })}
                />
              </li>
            ))}
          </ul>
        )}
        <fieldset className={style.options}>
          <legend>Answers to choose from</legend>
          {draft.options.map((option, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer being written has no identity but its place
            <div key={place} className={style.option}>
              <TextInput
                aria-label={`Answer ${place + 1}`}
                placeholder={`Answer ${place + 1}`}
                maxLength={200}
                value={option}
                onChange={({ currentTarget }) => setOption(place, currentTarget.value)}
              />
              <CloseButton
                size={26}
                aria-label={`Remove answer ${place + 1}`}
                disabled={draft.options.length <= 2}
                onClick={() => set({ options: draft.options.filter((_, i) => i !== place) })}
              />
            </div>
          ))}
          <Group gap="xs">
            <Button
              variant="default"
              disabled={draft.options.length >= 8}
              onClick={() => set({ options: [...draft.options, ''] })}
            >
              Add an answer
            </Button>
            {hints.some((hint) => hint.includes('way out')) && draft.options.length <= 6 && (
              <Button variant="default" onClick={() => set({ options: [...draft.options, ...wayOut] })}>
                Add “{wayOut[0]}” and “{wayOut[1]}”
              </Button>
            )}
          </Group>
        </fieldset>
        <div className={style.hints} aria-live="polite">
          {hints.map((hint) => (
            <p key={hint}>{hint}</p>
          ))}
          {tried && missing && <p className={style.missing}>{missing}</p>}
        </div>
        <ProblemNote problem={ask.error} />
        {leaving ? (
          <Group role="alertdialog" aria-label="Discard the question?" justify="flex-end" mt="md" gap="xs">
            <strong>The question is not sent. Discard what you wrote?</strong>
            <Button variant="default" color="red" onClick={onClose}>
              Discard
            </Button>
            <Button key="keep" ref={(button) => button?.focus()} onClick={() => setLeaving(false)}>
              Keep writing
            </Button>
          </Group>
        ) : (
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={leave}>
              Cancel
            </Button>
            <Button type="submit" loading={ask.isPending} rightSection={<KeyHint keys="mod+Enter" />}>
              Ask the physician
            </Button>
          </Group>
        )}
      </form>
    </Modal>
  );
}
