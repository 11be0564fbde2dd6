import type { LearntWeightView } from '@superbill/contract';
import { EmptyState } from '../ui/index.ts';
import style from './learning.module.css';

/** What suggestions of each kind are worth here, the strongest first. */
export function LearntWeights({ weights }: { weights: readonly LearntWeightView[] }) {
  if (weights.length === 0) {
    return (
      <EmptyState
        title="No weight is learnt."
        hint="It takes twenty decisions on suggestions, and decisions that differ from what the engine expects."
      />
    );
  }
  const strongest = [...weights].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <table className={style.table}>
      <thead>
        <tr>
          <th scope="col">Suggestions like this</th>
          <th scope="col">Accepted</th>
          <th scope="col" className={style.number}>
            Weight
          </th>
        </tr>
      </thead>
      <tbody>
        {strongest.map(({ feature, meaning, weight, accepted, rejected }) => (
          <tr key={feature}>
            <th scope="row">{meaning}</th>
            <td className={style.count}>
              {accepted} of {accepted + rejected}
            </td>
            <td className={style.number}>{`${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
