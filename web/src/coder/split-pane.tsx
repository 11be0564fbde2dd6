import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import style from './split-pane.module.css';

export type Side = 'record' | 'codes';

interface Props {
  record: ReactNode;
  codes: ReactNode;
  /** Which side a narrow screen shows; a wide one shows both. */
  side: Side;
  onSide: (side: Side) => void;
}

const kept = 'superbill.coding.split';
const [least, most, standard] = [30, 70, 54];

/** Record and codes side by side, with a border to drag; on a narrow screen, one of them at a time. */
export function SplitPane({ record, codes, side, onSide }: Props) {
  const [share, setShare] = useState(keptShare);
  const frame = useRef<HTMLDivElement>(null);

  function set(next: number) {
    const within = Math.round(Math.min(most, Math.max(least, next)));
    setShare(within);
    localStorage.setItem(kept, String(within));
  }
  function drag(event: PointerEvent) {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    set(((event.clientX - box.left) / box.width) * 100);
  }
  function press(event: KeyboardEvent) {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(share + by);
  }

  return (
    <div
      ref={frame}
      className={style.frame}
      data-side={side}
      style={{ '--share': `${share}%` } as CSSProperties}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a border around two buttons */}
      <div role="group" className={style.sides} aria-label="Shown">
        <button type="button" aria-pressed={side === 'record'} onClick={() => onSide('record')}>
          Record
        </button>
        <button type="button" aria-pressed={side === 'codes'} onClick={() => onSide('codes')}>
          Codes
        </button>
      </div>
      <div className={style.record}>{record}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a border that is moved is no rule */}
      <div
        role="separator"
        className={style.border}
        aria-label="Width of the record"
        aria-orientation="vertical"
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuenow={share}
        tabIndex={0}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => set(standard)}
      />
      <div className={style.codes}>{codes}</div>
    </div>
  );
}

function keptShare(): number {
  const share = Number(localStorage.getItem(kept));
  return share >= least && share <= most ? share : standard;
}
