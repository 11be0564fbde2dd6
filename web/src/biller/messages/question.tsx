import { Button, Group, Textarea } from '@mantine/core';
import { type Message, routes } from '@superbill/contract';
import { useEffect, useRef, useState } from 'react';
import { useChange, useSession } from '../../api/index.ts';
import { InstantText, KeyHint, ProblemNote, StatusBadge, toast, useKeys } from '../../ui/index.ts';
import { useWorkOn } from '../../workload/use-work-on.ts';
import style from './messages.module.css';

interface Props {
  message: Message;
  /** What was begun as an answer, kept by the page while the person looks elsewhere. */
  draft?: string | undefined;
  onDraft?: (body: string) => void;
  /** Puts the cursor into the answer at once. */
  write?: boolean;
  /** Whether `r` goes to this answer; on a page with several questions only one may. */
  byKey?: boolean;
  onAnswered?: () => void;
}

/** A patient's question with its answers, and the box for the next one. */
export function Question({ message, draft = '', onDraft, write = false, byKey = false, onAnswered }: Props) {
  const { may } = useSession();
  const mayAnswer = may('message.answer');
  useWorkOn('answer-message', byKey && message.state === 'open' ? message.id : undefined);
  const [body, setBody] = useState(draft);
  const [writing, setWriting] = useState<'open' | 'begun' | undefined>(
    write ? 'begun' : message.state === 'open' || draft !== '' ? 'open' : undefined,
  );
  const box = useRef<HTMLTextAreaElement>(null);
  const change = (next: string) => {
    setBody(next);
    onDraft?.(next);
  };
  const { firstName } = message.patient;
  const reply = useChange(routes.replyToMessage, {
    invalidates: [routes.listMessages, routes.readStatement, routes.listStatements],
    onDone: () => {
      toast({ message: `${firstName} sees your answer with the bill.` });
      change('');
      setWriting(undefined);
      onAnswered?.();
    },
  });
  const send = () => {
    if (body.trim() !== '' && !reply.isPending)
      reply.mutate({ params: { messageId: message.id }, body: { body } });
  };
  useEffect(() => {
    if (writing === 'begun') box.current?.focus();
  }, [writing]);
  const begin = () => {
    setWriting('begun');
    box.current?.focus();
  };
  useKeys([
    {
      key: 'r',
      does: `Write the answer to ${firstName}`,
      disabled: !byKey || !mayAnswer,
      run: begin,
    },
  ]);
  return (
    <article aria-label={`Question of ${firstName}`}>
      <div className={style.about}>
        <StatusBadge tone={message.state === 'open' ? 'ask' : 'good'}>
          {message.state === 'open' ? 'Open' : 'Answered'}
        </StatusBadge>
        <span>{message.lineWording ?? 'About the whole bill'}</span>
        <InstantText at={message.createdAt} />
      </div>
      <p className={style.body}>{message.body}</p>
      {message.replies.length > 0 && (
        <ul className={style.replies} aria-label="Answers">
          {message.replies.map(({ id, authorName, body: said, createdAt }) => (
            <li key={id}>
              <div className={style.about}>
                <span>{authorName ?? 'The practice'}</span>
                <InstantText at={createdAt} />
              </div>
              <p className={style.body}>{said}</p>
            </li>
          ))}
        </ul>
      )}
      {mayAnswer && writing === undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={begin}
          rightSection={byKey && <KeyHint keys="r" />}
        >
          Answer again
        </Button>
      )}
      {mayAnswer && writing !== undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Textarea
            ref={box}
            label={
              <>
                Answer to {firstName} {byKey && <KeyHint keys="r" />}
              </>
            }
            aria-label={`Answer to ${firstName}`}
            description="Plain words; the patient reads them beside the bill."
            autosize
            minRows={3}
            maxRows={12}
            maxLength={4000}
            value={body}
            onChange={({ currentTarget }) => change(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              send();
            }}
          />
          <ProblemNote problem={reply.error} />
          <Group justify="flex-end" mt="xs">
            <Button
              type="submit"
              disabled={body.trim() === ''}
              loading={reply.isPending}
              rightSection={<KeyHint keys="mod+Enter" />}
            >
              Send the answer
            </Button>
          </Group>
        </form>
      )}
    </article>
  );
}
