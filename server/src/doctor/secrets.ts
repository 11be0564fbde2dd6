import { statSync } from 'node:fs';
import type { DoctorFinding } from '@superbill/contract';
import { secretFiles } from '../secrets.ts';
import { fine, type Subject, warning } from './finding.ts';

/** Nobody but its owner reads a file that holds a secret. */
export function checkSecretFiles({ env }: Pick<Subject, 'env'>): DoctorFinding[] {
  const files = secretFiles(env);
  const open = files.filter(({ file }) => (statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o077);
  if (files.length > 0 && open.length === 0)
    return [fine('secrets', 'The files that hold secrets are their owner’s alone.')];
  return open.map(({ name, file }) =>
    warning(
      'secrets',
      `Others on this machine can read ${file}, which holds ${name}.`,
      `Run: chmod 600 ${file}`,
    ),
  );
}
