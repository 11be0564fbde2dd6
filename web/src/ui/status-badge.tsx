import { type ClaimState, claimStateNames, type Queue, queueNames } from '@superbill/contract';
import type { ReactNode } from 'react';
import style from './status-badge.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'still' | 'ask' | 'accent';

/** A word on a coloured ground. The word carries the meaning; the colour only helps to find it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${style.badge} ${style[tone]}`}>{children}</span>;
}

const queueTones: Record<Queue, Tone> = {
  documentation: 'still',
  coding: 'accent',
  query: 'ask',
  billing: 'info',
  payer: 'still',
  'follow-up': 'bad',
  patient: 'warn',
  closed: 'good',
};

/** Where a visit stands. */
export function QueueBadge({ queue }: { queue: Queue }) {
  return <StatusBadge tone={queueTones[queue]}>{queueNames[queue]}</StatusBadge>;
}

const claimTones: Record<ClaimState, Tone> = {
  draft: 'still',
  held: 'warn',
  ready: 'accent',
  sent: 'info',
  accepted: 'info',
  rejected: 'bad',
  paid: 'good',
  denied: 'bad',
  closed: 'still',
};

/** Where a claim stands. */
export function ClaimBadge({ state }: { state: ClaimState }) {
  return <StatusBadge tone={claimTones[state]}>{claimStateNames[state]}</StatusBadge>;
}
