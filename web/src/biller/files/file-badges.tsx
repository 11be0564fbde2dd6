import type { InboundFileView, InterchangeView } from '@superbill/contract';
import { StatusBadge, type Tone } from '../../ui/index.ts';

const sentNames: Record<InterchangeView['state'], readonly [Tone, string]> = {
  prepared: ['still', 'Prepared'],
  sent: ['info', 'Sent'],
  accepted: ['good', 'Accepted'],
  rejected: ['bad', 'Refused'],
  unknown: ['warn', 'Sent or not?'],
};

/** Where a file to a payer stands. */
export function InterchangeBadge({ state }: { state: InterchangeView['state'] }) {
  const [tone, name] = sentNames[state];
  return <StatusBadge tone={tone}>{name}</StatusBadge>;
}

const receivedNames: Record<InboundFileView['state'], readonly [Tone, string]> = {
  received: ['info', 'Being read'],
  processed: ['good', 'Taken in'],
  waiting: ['warn', 'Waits for you'],
  duplicate: ['still', 'Came before'],
  'set-aside': ['still', 'Set aside'],
};

/** Where a file from a payer stands. */
export function InboundBadge({ state }: { state: InboundFileView['state'] }) {
  const [tone, name] = receivedNames[state];
  return <StatusBadge tone={tone}>{name}</StatusBadge>;
}
