import type { DoctorFinding } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import { verifyPassword } from '../auth/passwords.ts';
import { type Db, inTransaction } from '../db/connect.ts';
import { readSending } from '../files/sending.ts';
import { lateAfterMinutes, readLateWork } from '../system/late-work.ts';
import { readProof } from '../system/proof.ts';
import { fault, fine, warning } from './finding.ts';

/** How the work of one practice stands: files, proofs, passwords everybody knows. */
export async function examinePractice(
  db: Db,
  organizationId: string,
  { now, isDemo, knownPassword }: { now: string; isDemo: boolean; knownPassword: string },
): Promise<DoctorFinding[]> {
  return inTransaction(
    db,
    { organizationId },
    async (tx) => {
      const scope = { db: tx, organizationId };
      const before = new Date(Date.parse(now) - lateAfterMinutes * 60_000).toISOString() as Instant;
      const late = await readLateWork(scope, before);
      const hashes = isDemo
        ? []
        : await tx
            .selectFrom('app_user')
            .select(['login', 'password_hash'])
            .where('organization_id', '=', organizationId)
            .where('disabled_at', 'is', null)
            .execute();
      const known: string[] = [];
      for (const { login, password_hash: hash } of hashes)
        if (hash && (await verifyPassword(hash, knownPassword))) known.push(login);
      return [
        checkSending(await readSending(scope), late.prepared.length),
        late.received.length === 0
          ? fine('received-files', 'Every file that came in was read.')
          : fault(
              'received-files',
              `${late.received.length} files came in and were not read.`,
              'Restart Superbill.',
            ),
        checkProof(await readProof(scope), now),
        known.length === 0
          ? fine('passwords', isDemo ? 'This is the demo.' : 'Nobody uses the password of the demo.')
          : fault(
              'passwords',
              `${known.length} log-ins have the password of the demo: ${known.join(', ')}.`,
              'Give them passwords of their own, or disable them.',
            ),
      ];
    },
    'snapshot',
  );
}

function checkSending(
  { paused, filesToSettle }: { paused: boolean; filesToSettle: number },
  stuck: number,
): DoctorFinding {
  if (paused)
    return warning(
      'sending',
      `Nothing is sent since a restore; ${filesToSettle} files may have left before it.`,
      'Compare with the payers, then resume on the page of files or with: superbill sending resume.',
    );
  if (stuck > 0)
    return fault(
      'sending',
      `${stuck} files are prepared for more than ${lateAfterMinutes} minutes and were not sent.`,
      'Look whether the exchange folder can be written, then restart Superbill.',
    );
  return fine('sending', 'Every file that was prepared has left.');
}

function checkProof(
  proof: { provedAt: string; ok: boolean; checks: { name: string; ok: boolean }[] } | null,
  now: string,
): DoctorFinding {
  if (!proof)
    return warning(
      'proof',
      'The books were not proved yet.',
      'A running server does it every hour; or: superbill verify.',
    );
  const broken = proof.checks.filter(({ ok }) => !ok).map(({ name }) => name);
  if (!proof.ok)
    return fault(
      'proof',
      `Does not hold: ${broken.join(', ')}.`,
      'Run superbill verify and follow what it says.',
    );
  const hours = (Date.parse(now) - Date.parse(proof.provedAt)) / 3_600_000;
  if (hours > 3)
    return warning(
      'proof',
      `The last proof is ${Math.floor(hours)} hours old.`,
      'Is the server running? See server.log.',
    );
  return fine('proof', `${proof.checks.length} checks held at the last proof.`);
}
