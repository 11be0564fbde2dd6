import type { Advice } from '@superbill/contract';
import style from './workspace.module.css';

const why: Record<string, string> = {
  'time-out': 'it did not answer in time',
  unreachable: 'it could not be reached',
  'http-error': 'it refused',
};

/** Whose hand is in the order of the suggestions besides the engine's; nothing where there is none. */
export function AdviceNote({ advice: { learnt, languageModel } }: { advice: Advice }) {
  const { state, reason } = languageModel;
  const said = [
    ...(learnt === null ? [] : ["Confidence and order follow this practice's decisions."]),
    ...(state === 'ordered' ? ['A language model put the suggestions in order.'] : []),
    ...(state === 'fell-back'
      ? [
          `A language model was asked and not followed, because ${why[reason ?? ''] ?? 'its answer did not hold'}: the order is the engine's.`,
        ]
      : []),
  ];
  return said.length === 0 ? null : <p className={style.advice}>{said.join(' ')}</p>;
}
