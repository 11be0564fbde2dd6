import { Button, Group } from '@mantine/core';
import type { Coverage, Patient } from '@superbill/contract';
import { useState } from 'react';
import { useSession } from '../api/index.ts';
import {
  DateText,
  EmptyState,
  Facts,
  KeyHint,
  Panel,
  personName,
  StatusBadge,
  today,
  useKeys,
} from '../ui/index.ts';
import { CoverageDialog } from './coverage-dialog.tsx';
import style from './coverage-panel.module.css';
import { orderNames, relationshipNames } from './coverage-values.ts';
import { EndCoverageDialog } from './end-coverage-dialog.tsx';

type Open = { does: 'add' } | { does: 'correct' | 'end'; coverage: Coverage };

/** The coverages in the order of benefits; those that ended come last. */
export function CoveragePanel({ patient }: { patient: Patient }) {
  const { may } = useSession();
  const [open, setOpen] = useState<Open>();
  const mayWrite = may('patient.write');
  const add = () => setOpen({ does: 'add' });
  useKeys([{ key: 'c', does: 'Add a coverage', disabled: !mayWrite, run: add }]);
  const close = () => setOpen(undefined);
  const sorted = [...patient.coverages].sort(
    (a, b) => Number(ended(a)) - Number(ended(b)) || a.benefitOrder - b.benefitOrder,
  );
  return (
    <Panel
      title="Coverages"
      tools={
        mayWrite && (
          <Button size="compact-xs" variant="subtle" onClick={add} rightSection={<KeyHint keys="c" />}>
            Add
          </Button>
        )
      }
    >
      {sorted.length === 0 && (
        <EmptyState title="No coverage." hint="Without one, the patient is billed the practice's price." />
      )}
      {sorted.map((coverage) => (
        <CoverageCard
          key={coverage.id}
          coverage={coverage}
          {...(mayWrite && { onChoose: (does: 'correct' | 'end') => setOpen({ does, coverage }) })}
        />
      ))}
      {open?.does === 'end' && (
        <EndCoverageDialog patient={patient} coverage={open.coverage} onClose={close} />
      )}
      {(open?.does === 'add' || open?.does === 'correct') && (
        <CoverageDialog
          patient={patient}
          coverage={open.does === 'correct' ? open.coverage : undefined}
          onClose={close}
        />
      )}
    </Panel>
  );
}

function ended({ effectiveTo }: Coverage): boolean {
  return effectiveTo !== undefined && effectiveTo < today();
}

interface CardProps {
  coverage: Coverage;
  onChoose?: (does: 'correct' | 'end') => void;
}

function CoverageCard({ coverage, onChoose }: CardProps) {
  const { payerName, benefitOrder, subscriber, relationship, effectiveFrom, effectiveTo } = coverage;
  return (
    <article className={style.card} aria-label={`${payerName}, member ${coverage.memberId}`}>
      <div className={style.head}>
        <strong>{payerName}</strong>
        <StatusBadge tone={ended(coverage) ? 'still' : 'accent'}>
          {ended(coverage) ? 'Ended' : (orderNames[benefitOrder] ?? 'Further')}
        </StatusBadge>
        {onChoose && (
          <Group gap={4} ml="auto">
            <Button size="compact-xs" variant="subtle" onClick={() => onChoose('correct')}>
              Correct<span className="sb-hidden">&nbsp;the coverage by {payerName}</span>
            </Button>
            {!ended(coverage) && (
              <Button size="compact-xs" variant="subtle" onClick={() => onChoose('end')}>
                End<span className="sb-hidden">&nbsp;the coverage by {payerName}</span>
              </Button>
            )}
          </Group>
        )}
      </div>
      <Facts
        facts={[
          ['Member id', coverage.memberId],
          ['Group', coverage.groupNumber],
          [
            'Subscriber',
            subscriber ? (
              <>
                {personName(subscriber)}, born <DateText date={subscriber.birthDate} /> (
                {relationshipNames[relationship].toLowerCase()})
              </>
            ) : (
              'The patient'
            ),
          ],
          [
            'In force',
            <>
              <DateText date={effectiveFrom} />
              {effectiveTo ? (
                <>
                  {' '}
                  to <DateText date={effectiveTo} />
                </>
              ) : (
                ' on'
              )}
            </>,
          ],
        ]}
      />
    </article>
  );
}
