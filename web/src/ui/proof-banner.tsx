import { routes } from '@superbill/contract';
import { useRead, useSession } from '../api/index.ts';
import { InstantText } from './date-text.tsx';
import { PageLink } from './page-link.tsx';
import style from './proof-banner.module.css';

/** Says over every page, to who may see whether the system is whole, that the hourly proof found what does not hold. */
export function ProofBanner() {
  const { may } = useSession();
  const read = useRead(routes.readLatestProof, {}, { enabled: may('system.read'), every: 5 * 60_000 });
  const proof = read.data?.proof;
  if (!proof || proof.ok) return null;
  const broken = proof.checks.filter(({ ok }) => !ok);
  return (
    <section role="alert" aria-label="The books do not hold" className={style.banner}>
      <strong>The hourly proof found what does not hold</strong>
      {proof.failingSince && (
        <>
          {', since '}
          <InstantText at={proof.failingSince} />
        </>
      )}
      .
      <ul>
        {broken.map(({ name, detail }) => (
          <li key={name}>
            {name}: {detail}
          </li>
        ))}
      </ul>
      <PageLink to="/health">What was looked at</PageLink>
    </section>
  );
}
