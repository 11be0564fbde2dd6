import type { ClaimView } from '@superbill/contract';
import { InstantText, PageLink } from '../../ui/index.ts';
import style from './claims.module.css';

const kindNames: Record<string, string> = {
  draft: 'Edits passed',
  held: 'Held by edits',
  ready: 'Ready',
  sent: 'Sent',
  TA1: 'TA1',
  '999': '999',
  '277CA': '277CA',
  '835': '835',
};

/** Everything that happened to the claim, the newest first, with the file it came from. */
export function ClaimHistory({ events }: Pick<ClaimView, 'events'>) {
  return (
    <ol className={style.history} aria-label="History of the claim" reversed>
      {events
        .map((event, place) => ({ ...event, place }))
        // Checked several times with the same result is one thing that happened, last at the latest check.
        .filter(({ message, kind, place }) => events[place + 1]?.message !== message || kind === '835')
        .reverse()
        .map(({ place, kind, message, at, by, inboundFileId }) => (
          <li key={place}>
            <span className={style.kind}>{kindNames[kind] ?? kind}</span>
            <span>{message}</span>
            <span className={style.quiet}>
              <InstantText at={at} />
              {by && ` · ${by}`}
              {inboundFileId && (
                <>
                  {' · '}
                  <PageLink to={`/files?file=${inboundFileId}`}>
                    Open the file<span className="sb-hidden"> of this {kindNames[kind] ?? kind}</span>
                  </PageLink>
                </>
              )}
            </span>
          </li>
        ))}
    </ol>
  );
}
