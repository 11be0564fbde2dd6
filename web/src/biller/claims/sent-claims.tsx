import { Loader } from '@mantine/core';
import { type ClaimState, type InterchangeView, routes } from '@superbill/contract';
import { useRead } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { ClaimBadge, Money, PageLink, personName, ReadState } from '../../ui/index.ts';
import { InterchangeBadge } from '../files/file-badges.tsx';
import { usePace } from '../use-pace.ts';
import style from './claims.module.css';

interface Props {
  interchanges: readonly InterchangeView[];
  claimIds: readonly string[];
}

/** A payer may still say more about a claim in one of these states. */
const awaited: readonly ClaimState[] = ['ready', 'sent', 'accepted'];

/** What became of the files and claims just sent: reads again until every claim has its answer. */
export function SentClaims({ interchanges, claimIds }: Props) {
  const pace = usePace(true);
  const every = pace === undefined ? {} : { every: pace };
  const files = useRead(routes.listInterchanges, { query: { limit: 100 } }, every);
  const claims = useRead(routes.listClaims, { body: { limit: 500 } }, every);
  const fileIds = interchanges.map(({ id }) => id);
  const shown = files.data?.interchanges.filter(({ id }) => fileIds.includes(id)) ?? interchanges;
  return (
    <>
      <h3 className={style.heading}>Files</h3>
      <ul className={style.plain} aria-label="Files sent">
        {shown.map((file) => (
          <li key={file.id} className={style.row}>
            <InterchangeBadge state={file.state} />
            <span>{file.fileName}</span>
            <span className={style.quiet}>
              {file.claims} {file.claims === 1 ? 'claim' : 'claims'}
            </span>
            <span className={style.end}>
              <Money amount={file.chargeCents} />
            </span>
          </li>
        ))}
      </ul>
      <h3 className={style.heading}>Claims</h3>
      <ReadState read={claims} lines={claimIds.length}>
        {({ claims: all }) => {
          const own = all.filter(({ id }) => claimIds.includes(id));
          const open = own.filter(({ state }) => awaited.includes(state)).length;
          return (
            <>
              <ul className={style.plain} aria-label="Claims sent">
                {own.map((claim) => (
                  <li key={claim.id} className={style.row}>
                    <ClaimBadge state={claim.state} />
                    <PageLink to={places.claim(claim.id)}>{claim.controlNumber}</PageLink>
                    <span>{personName(claim.patient)}</span>
                    <span className={style.said}>{claim.lastEvent}</span>
                  </li>
                ))}
              </ul>
              <p role="status" className={style.quiet}>
                {open > 0 ? (
                  <>
                    <Loader size={12} /> Waiting for {open === 1 ? 'one answer' : `${open} answers`}. You can
                    close this: they come in by themselves.
                  </>
                ) : (
                  'Every claim has its answer.'
                )}
              </p>
            </>
          );
        }}
      </ReadState>
    </>
  );
}
