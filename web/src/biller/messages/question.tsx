import { Button, Group, Textarea } from '@mantine/core';
import { type Message, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useSession } from '../../api/index.ts';
import { InstantText, KeyHint, ProblemNote, StatusBadge, toast } from '../../ui/index.ts';
import style from './messages.module.css';

interface Props {
  message: Message;
  onAnswered?: () => void;
}

/** A patient's question with its answers, and the box for the next one. */
export function Question({ message, onAnswered }: Props) {
  const { may } = useSession();
  const [body, setBody] = useState('');
  const reply = useChange(routes.replyToMessage, {
    invalidates: [routes.listMessages, routes.readStatement, routes.listStatements],
    onDone: () => {
      toast({ message: 'The patient sees your answer with the bill.' });
      setBody('');
      onAnswered?.();
    },
  });
  const send = () => {
    if (body.trim() !== '' && !reply.isPending)
      reply.mutate({ params: { messageId: message.id }, body: { body } });
  };
  const { firstName } = message.patient;
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
      <ul className={style.replies} aria-label="Answers">
        {message.replies.map(({ id, authorName, body: said, createdAt }) => (
          <li key={id}>
            <div className={style.about}>
              {authorName ?? 'The practice'} · <InstantText at={createdAt} />
            </div>
            <p className={style.body}>{said}</p>
          </li>
        ))}
      </ul>
      {may('message.answer') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Textarea
            label={`Answer to ${firstName}`}
            description="Plain words; the patient reads them beside the bill."
            autosize
            minRows={3}
            maxRows={12}
            maxLength={4000}
            value={body}
            onChange={({ currentTarget }) => setBody(currentTarget.value)}
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
