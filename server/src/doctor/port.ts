import type { DoctorFinding } from '@superbill/contract';
import { holderOf } from '../db/lock.ts';
import { isPortFree } from '../http/serve.ts';
import { fine, type Subject, warning } from './finding.ts';

/** Whether the port of the next start is free; while Superbill runs on this data directory it holds its own. */
export async function checkPort({ data, env }: Pick<Subject, 'data' | 'env'>): Promise<DoctorFinding> {
  const port = Number(env.PORT ?? 3000);
  const holder = await holderOf(data);
  if (holder) return fine('port', `Superbill is running (process ${holder.pid}).`);
  if (await isPortFree(port)) return fine('port', `Port ${port} is free.`);
  return warning(
    'port',
    `Port ${port} is in use by another program, and Superbill does not run on ${data}.`,
    'End the other program, or start on another port: --port N.',
  );
}
