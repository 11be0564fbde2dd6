import style from './states.module.css';

const widths = ['62%', '81%', '47%', '73%', '55%', '68%'];

/** Lines as tall as what will stand here, so that nothing jumps when it comes. A line is 32 px. */
export function LoadingState({ lines = 6, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className={style.bones}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bones have no identity but their place
        <div key={i} className={style.bone} style={{ width: widths[i % widths.length] }} />
      ))}
    </div>
  );
}
