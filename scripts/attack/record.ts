import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Campaign, Outcome } from './campaign.ts';

export interface Run {
  version: string;
  seconds: number;
  result: Campaign;
}

/** What stops a release, in words; nothing when the application held. */
export function failuresOf({ planted, outcomes, faults, booksAreWhole }: Campaign): string[] {
  const told = ({ request, verdict }: Outcome) =>
    `${request.name} ${request.where.join(' ')}: ${tell(verdict)}`;
  return [
    ...planted
      .filter(({ verdict }) => verdict.kind !== 'injectable')
      .map((outcome) => `a planted fault was not found, so the rest proves nothing: ${told(outcome)}`),
    ...outcomes.filter(({ verdict }) => verdict.kind !== 'clean').map(told),
    ...faults,
    ...(booksAreWhole ? [] : ['the books are not whole']),
  ];
}

function tell(verdict: Outcome['verdict']): string {
  if (verdict.kind === 'injectable') return verdict.points.join('; ');
  return verdict.kind === 'clean' ? 'clean' : `not attacked: ${verdict.printed}`;
}

/** A run as it is told and kept. */
export function record({ version, seconds, result }: Run): string[] {
  const { outcomes, planted, statuses } = result;
  // By its subject: the id of a commit that is not landed yet becomes another when it is rebased.
  const commit = execFileSync('git', ['log', '-1', '--format=%s'], { encoding: 'utf8' }).trim();
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const attacked = outcomes.filter(({ verdict }) => verdict.kind !== 'not-attacked');
  const places = attacked.flatMap(({ request }) => request.where);
  const part = (name: string) => places.filter((place) => place.startsWith(name)).length;
  const found = planted.filter(({ verdict }) => verdict.kind === 'injectable').length;
  const byStatus = Object.entries(statuses).map(([status, times]) => `${status}: ${times}`);
  const failures = failuresOf(result);
  return [
    `# Attack with sqlmap on ${new Date().toISOString().slice(0, 10)}`,
    '',
    `sqlmap ${version}. ${machine}, after “${commit}”; load at the end ${loadavg()[0]?.toFixed(1)}. Repeat with \`npm run attack\`.`,
    '',
    '| what | figure |',
    '|---|--:|',
    `| planted faults found | ${found} of ${planted.length} |`,
    `| routes attacked | ${new Set(attacked.map(({ request }) => request.name)).size} |`,
    `| places attacked | ${places.length} |`,
    `| of them in addresses | ${part('params')} |`,
    `| in queries | ${part('query')} |`,
    `| in JSON bodies | ${part('body')} |`,
    `| in headers | ${part('header')} |`,
    `| requests answered | ${Object.values(statuses).reduce((sum, times) => sum + times, 0)} |`,
    `| answers by status | ${byStatus.join(', ')} |`,
    `| seconds | ${seconds.toFixed(0)} |`,
    `| findings | ${failures.length} |`,
    '',
    ...failures.map((failure) => `- ${failure.slice(0, 600)}`),
  ];
}
