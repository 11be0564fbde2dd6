import { Button } from '@mantine/core';
import { StatusBadge } from '../../ui/index.ts';
import { InboundBadge } from './file-badges.tsx';
import style from './files.module.css';
import type { Taken } from './use-upload.ts';

interface Props {
  taken: readonly Taken[];
  onView: (id: string) => void;
  onForget: () => void;
}

/** What became of the files just handed over. */
export function TakenFiles({ taken, onView, onForget }: Props) {
  return (
    <div role="status">
      {taken.length > 0 && (
        <div className={style.taken}>
          <ul>
            {taken.map(({ fileName, file, problem }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same name may be handed over twice
              <li key={place} className={style.head}>
                {file ? (
                  <InboundBadge state={file.state} />
                ) : (
                  <StatusBadge tone="bad">Not taken in</StatusBadge>
                )}
                <strong>{fileName}</strong>
                <span>
                  {problem ? `${problem.message} ${problem.nextStep ?? ''}` : file && whatBecame(file)}
                </span>
                {file && (
                  <Button size="compact-xs" variant="subtle" onClick={() => onView(file.id)}>
                    View<span className="sb-hidden">&nbsp;{fileName}, just taken in</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <Button size="compact-xs" variant="default" onClick={onForget}>
            Close<span className="sb-hidden">&nbsp;what became of the files</span>
          </Button>
        </div>
      )}
    </div>
  );
}

function whatBecame({ state }: NonNullable<Taken['file']>): string {
  if (state === 'processed') return 'Read and applied.';
  if (state === 'duplicate') return 'The same content came before. Nothing was posted twice.';
  if (state === 'waiting') return 'Nothing of it was posted. Why, and what to do, stands below.';
  return 'It is stored and will be read.';
}
