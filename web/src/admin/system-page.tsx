import { Button } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { KeyHint, Page, Panel, ReadState, StatusBadge, useKeys } from '../ui/index.ts';
import style from './system.module.css';

/** Whether the system is whole: what is proved, and what to do when it is not. */
export default function SystemPage() {
  const health = useRead(routes.readHealth, {});
  const proof = useRead(routes.verify, {}, { freshFor: Number.POSITIVE_INFINITY });
  const again = () => void Promise.all([health.refetch(), proof.refetch()]);
  useKeys([{ key: 'r', does: 'Prove again', run: again }]);
  return (
    <Page
      title="System"
      detail={health.data && `Version ${health.data.version}`}
      toolbar={
        <Button
          variant="default"
          loading={proof.isFetching}
          onClick={again}
          rightSection={<KeyHint keys="r" />}
        >
          Prove again
        </Button>
      }
    >
      <Panel
        title="Is everything whole?"
        tools={
          proof.data && (
            <StatusBadge tone={proof.data.ok ? 'good' : 'bad'}>
              {proof.data.ok ? 'Whole' : 'Needs attention'}
            </StatusBadge>
          )
        }
      >
        <ReadState read={proof} lines={5}>
          {({ checks }) => (
            <table className={style.checks}>
              <thead>
                <tr>
                  <th scope="col">Proved</th>
                  <th scope="col">Result</th>
                  <th scope="col">Detail</th>
                </tr>
              </thead>
              <tbody>
                {[...checks]
                  .sort((a, b) => Number(a.ok) - Number(b.ok))
                  .map(({ name, ok, detail }) => (
                    <tr key={name}>
                      <th scope="row">{words(name)}</th>
                      <td>
                        <StatusBadge tone={ok ? 'good' : 'bad'}>{ok ? 'Whole' : 'Broken'}</StatusBadge>
                      </td>
                      <td>{detail}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          )}
        </ReadState>
      </Panel>
      <Panel title="Server">
        <ReadState read={health} lines={1}>
          {({ ok, version }) => (
            <span>
              <StatusBadge tone={ok ? 'good' : 'bad'}>{ok ? 'Answers' : 'Does not answer'}</StatusBadge>{' '}
              Superbill {version} with its database. The same proof by command:{' '}
              <code>npx superbill verify</code>
            </span>
          )}
        </ReadState>
      </Panel>
    </Page>
  );
}

/** The name of a check, `audit-chain`, as words. */
function words(name: string): string {
  const spaced = name.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
