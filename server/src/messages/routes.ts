import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { replyToMessage } from './reply-to-message.ts';
import { loadMessages } from './store.ts';

export const messageHandlers: Handler[] = [
  handle(routes.listMessages, async (unit, { query: { state } }) => {
    const messages = await loadMessages(unit, { state });
    for (const { id, patient } of messages)
      unit.audit('message.read', { kind: 'message', id, patientId: patient.id });
    return { messages };
  }),

  handle(routes.replyToMessage, async (unit, { params: { messageId }, body: { body } }) => ({
    id: await replyToMessage(unit, messageId, body),
  })),
];
