import { Button } from '@mantine/core';
import { type DoctorFinding, type HealthDetails, routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import {
  Facts,
  InstantText,
  KeyHint,
  Page,
  Panel,
  ReadState,
  StatusBadge,
  type Tone,
  useKeys,
} from '../ui/index.ts';
import { megabytes } from './bytes.ts';
import style from './upkeep.module.css';

/** How the installation is: what should be done, and what it runs on. */
export default function HealthPage() {
  const read = useRead(routes.readHealthDetails, {}, { every: 60_000 });
  const again = () => void read.refetch();
  useKeys([{ key: 'r', does: 'Look again', run: again }]);
  return (
    <Page
      title="Health"
      detail="The same on the machine of the server: npx superbill doctor"
      toolbar={
        <Button
          variant="default"
          loading={read.isFetching}
          onClick={again}
          rightSection={<KeyHint keys="r" />}
        >
          Look again
        </Button>
      }
    >
      <Panel title="What was looked at">
        <ReadState read={read} lines={8}>
          {({ findings }) => <Findings findings={findings} />}
        </ReadState>
      </Panel>
      <Panel title="Hourly proof">
        <ReadState read={read} lines={2}>
          {({ proof }) => <Proof proof={proof} />}
        </ReadState>
      </Panel>
      <Panel title="What it runs on">
        <ReadState read={read} lines={4}>
          {({ version, node, database, disk }) => (
            <Facts
              facts={[
                ['Superbill', version],
                ['Node', node],
                ['PostgreSQL', `${database.version}, answers in ${database.roundTripMs.toFixed(1)} ms`],
                ['Database', megabytes(database.bytes)],
                ['Disk', disk && `${megabytes(disk.freeBytes)} of ${megabytes(disk.totalBytes)} free`],
              ]}
            />
          )}
        </ReadState>
      </Panel>
    </Page>
  );
}

const tones: Record<DoctorFinding['severity'], readonly [Tone, string]> = {
  fault: ['bad', 'Fault'],
  warning: ['warn', 'Look at it'],
  fine: ['good', 'Well'],
};

function Findings({ findings }: { findings: readonly DoctorFinding[] }) {
  return (
    <ul aria-label="Findings" className={style.findings}>
      {findings.map(({ check, severity, message, nextStep }) => (
        <li key={`${check} ${message}`}>
          <StatusBadge tone={tones[severity][0]}>{tones[severity][1]}</StatusBadge> {message}
          {nextStep && <div className={style.next}>{nextStep}</div>}
        </li>
      ))}
    </ul>
  );
}

function Proof({ proof }: { proof: HealthDetails['proof'] }) {
  if (!proof) return <p className={style.how}>Not proved yet: the server does it every hour.</p>;
  const broken = proof.checks.filter(({ ok }) => !ok);
  return (
    <>
      <div role={proof.ok ? undefined : 'alert'} className={style.status}>
        <StatusBadge tone={proof.ok ? 'good' : 'bad'}>
          {proof.ok ? 'Everything holds' : 'Does not hold'}
        </StatusBadge>{' '}
        <InstantText at={proof.provedAt} />
      </div>
      <ul className={style.findings}>
        {broken.map(({ name, detail }) => (
          <li key={name}>
            {name}: {detail}
          </li>
        ))}
      </ul>
    </>
  );
}
