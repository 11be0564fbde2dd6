import { Button, Textarea } from '@mantine/core';
import { type Query, routes } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useChange } from '../api/index.ts';
import { readKey } from '../api/use-read.ts';
import { places } from '../router/places.ts';
import { useGo } from '../router/use-place.ts';
import { KeyHint, ProblemNote, toast, useKeys } from '../ui/index.ts';
import style from './queries.module.css';
import { wantsWords } from './wants-words.ts';

interface Props {
  query: Query;
  next: Query | undefined;
}

/** A digit chooses, Enter signs. What is chosen can be changed until then, and only amended after. */
export function AnswerForm({ query: { id: queryId, options, encounterId }, next }: Props) {
  const go = useGo();
  const client = useQueryClient();
  const [option, setOption] = useState<string>();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const more = useRef<HTMLTextAreaElement>(null);
  const answer = useChange(routes.answerQuery, {
    invalidates: [routes.listQueries, routes.readEncounter],
    onDone: () => {
      toast({ message: 'Signed into the record. The coder has your answer.' });
      client.removeQueries({ queryKey: readKey(routes.readEncounter, { params: { encounterId } }) });
      go(next ? places.query(next.id) : '/queries');
    },
  });

  const added = text.trim();
  const nameless = option !== undefined && wantsWords(option) && added === '';

  function sign() {
    if (option === undefined || answer.isPending) return;
    if (nameless) {
      setAsked(true);
      more.current?.focus();
      return;
    }
    answer.mutate({ params: { queryId }, body: { option, ...(added === '' ? {} : { text: added }) } });
  }

  useKeys([
    ...options.map((each, i) => ({
      key: String(i + 1),
      does: `Choose “${each}”`,
      run: () => setOption(each),
    })),
    { key: 't', does: 'Add words of your own', run: () => more.current?.focus() },
    { key: 'Enter', does: 'Sign the answer', disabled: option === undefined, run: sign },
  ]);

  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        sign();
      }}
    >
      <fieldset className={style.options}>
        <legend>Your answer</legend>
        {options.map((each, i) => (
          <label key={each} className={style.option}>
            <input type="radio" name="answer" checked={option === each} onChange={() => setOption(each)} />
            <span>{each}</span>
            <KeyHint keys={String(i + 1)} />
          </label>
        ))}
      </fieldset>
      <Textarea
        ref={more}
        label={
          option !== undefined && wantsWords(option) ? 'In your own words' : 'In your own words, if you wish'
        }
        error={asked && nameless ? 'Say here what it is; Ctrl+Enter signs.' : undefined}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            sign();
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className={style.sign}>
        <p className={style.quiet}>
          Signing writes your answer into the record as an addendum under your name. It cannot be taken back,
          only amended.
        </p>
        <ProblemNote problem={answer.error} />
        <Button
          type="submit"
          disabled={option === undefined}
          loading={answer.isPending}
          rightSection={<KeyHint keys="Enter" />}
        >
          Sign the answer
        </Button>
      </div>
    </form>
  );
}
