import { Button } from '@mantine/core';
import type { Authorization, Encounter } from '@superbill/contract';
import { DateText, InstantText, KeyHint, Panel, StatusBadge } from '../../ui/index.ts';
import type { AuthorizationNeed } from './authorization-needs.ts';
import style from './visit.module.css';

interface Props {
  visit: Encounter;
  needs: readonly AuthorizationNeed[];
  /** Opens the form, for a procedure when one is meant. */
  onRecord: (procedure?: string) => void;
}

/** The payer's guarantees: which services need one, and which are on file. */
export function AuthorizationPanel({ visit, needs, onRecord }: Props) {
  const { authorizations, coverages } = visit;
  return (
    <Panel
      title="Authorizations"
      tools={
        coverages.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onRecord()}
            rightSection={<KeyHint keys="t" />}
          >
            Record
          </Button>
        )
      }
    >
      {needs.length === 0 && (
        <p className={style.none}>
          {coverages.length > 0
            ? 'The payer asks for none for what is charged.'
            : 'No payer, no authorization.'}
        </p>
      )}
      <ul className={style.plain} aria-label="Authorizations needed">
        {needs.map((need) => (
          <li key={need.procedure} className={style.pair}>
            <span>
              <strong className="sb-number">{need.procedure}</strong> {need.wording}
            </span>
            {need.onFile ? (
              <StatusBadge tone="good">On file</StatusBadge>
            ) : (
              <span className={style.steps}>
                <StatusBadge tone="bad">Needed</StatusBadge>
                <Button size="compact-xs" variant="default" onClick={() => onRecord(need.procedure)}>
                  Record<span className="sb-hidden">&nbsp;the authorization for {need.procedure}</span>
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {authorizations.length > 0 && (
        <ul className={style.plain} aria-label="Authorizations on file">
          {authorizations.map((authorization) => (
            <OnFile key={authorization.id} authorization={authorization} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function OnFile({ authorization }: { authorization: Authorization }) {
  const { number, procedure, payerName, effectiveFrom, effectiveTo, units, obtainedBy } = authorization;
  const { contactName, callReference, note, recordedBy, recordedAt } = authorization;
  return (
    <li className={style.onFile}>
      <strong className="sb-number">{number}</strong> for {procedure} by {payerName}, valid{' '}
      <DateText date={effectiveFrom} /> to <DateText date={effectiveTo} />
      {units !== null && `, ${units} ${units === 1 ? 'unit' : 'units'}`}
      <div className={style.quiet}>
        {obtainedBy === 'telephone' ? `By telephone from ${contactName ?? 'somebody'}` : 'By a 278 answer'}
        {callReference && `, reference ${callReference}`}. Recorded by {recordedBy},{' '}
        <InstantText at={recordedAt} />
        {note && `. ${note}`}
      </div>
    </li>
  );
}
