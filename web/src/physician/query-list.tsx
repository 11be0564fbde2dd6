import type { Query } from '@superbill/contract';
import { DateText, personName, WaitedText } from '../ui/index.ts';
import style from './queries.module.css';

interface Props {
  queries: readonly Query[];
  current: string;
  onStand: (query: Query) => void;
}

/** The other questions, a line each. */
export function QueryList({ queries, current, onStand }: Props) {
  return (
    <nav className={style.list} aria-label="Questions">
      <ul>
        {queries.map((query) => (
          <li key={query.id}>
            <button
              type="button"
              aria-current={query.id === current ? 'true' : undefined}
              onClick={() => onStand(query)}
            >
              <span className={style.who}>{personName(query.patient)}</span>
              <span className={style.quiet}>
                <DateText date={query.serviceDate} />
              </span>
              <span className={style.asked}>{query.question}</span>
              <span className={style.quiet}>
                <WaitedText since={query.answeredAt ?? query.askedAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
