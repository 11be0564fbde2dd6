import { type ClaimView, routes } from '@superbill/contract';
import { useRead } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { PageLink } from '../../ui/index.ts';
import style from './claims.module.css';

/** What a person does about a claim that the payer did not take or did not pay. */
export function ClaimNextStep({ claim }: { claim: ClaimView }) {
  const { state, encounterId, payerId, payerControlNumber, controlNumber } = claim;
  const practice = useRead(routes.readPractice, {}, { freshFor: 300_000 });
  const phone = practice.data?.payers.find(({ id }) => id === payerId)?.phone;
  if (state === 'rejected') {
    return (
      <p className={style.next}>
        The payer did not take this claim in. Correct what it names{' '}
        <PageLink to={places.billing(encounterId)}>on the visit</PageLink>, check the claim again and submit
        it: it goes out under the same control number.
      </p>
    );
  }
  if (state !== 'denied') return null;
  return (
    <p className={style.next}>
      The payer decided against this claim; the reasons stand below the lines. Ask the payer
      {phone && ` at ${phone}`} with{' '}
      {payerControlNumber ? `its number ${payerControlNumber}` : `our number ${controlNumber}`}, or correct it
      by a replacement <PageLink to={places.billing(encounterId)}>on the visit</PageLink>.
    </p>
  );
}
