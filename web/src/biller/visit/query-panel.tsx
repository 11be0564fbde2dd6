import type { Encounter } from '@superbill/contract';
import { InstantText, Panel, StatusBadge } from '../../ui/index.ts';
import style from './visit.module.css';

const stateNames = {
  open: ['ask', 'Open'],
  answered: ['good', 'Answered'],
  withdrawn: ['still', 'Withdrawn'],
} as const;

/** What the coder asked the physician, and the answers; only to read. */
export function QueryPanel({ queries }: Pick<Encounter, 'queries'>) {
  if (queries.length === 0) return null;
  return (
    <Panel title="Questions to the physician">
      <ul className={style.plain} aria-label="Questions to the physician">
        {queries.map((query) => {
          const [tone, name] = stateNames[query.state];
          const answer = [query.answerOption, query.answerText].filter(Boolean).join('. ');
          return (
            <li key={query.id} className={style.onFile}>
              <StatusBadge tone={tone}>{name}</StatusBadge> {query.question}
              {answer !== '' && (
                <p className={style.answer}>
                  {query.practitionerName}: {answer}
                </p>
              )}
              <div className={style.quiet}>
                Asked by {query.askedBy}, <InstantText at={query.askedAt} />
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
