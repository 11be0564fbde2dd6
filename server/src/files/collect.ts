import { describeFailure } from '../log.ts';
import type { System } from '../work.ts';
import { receiveFile } from './receive-file.ts';

/** Takes in every file that lies ready for an organization; one bad file does not stop the others. */
export async function collectFiles(system: System, organizationId: string): Promise<number> {
  const actor = { organizationId, userId: null, hat: 'system' } as const;
  const files = await system.exchange.list(organizationId);
  for (const { fileName, read } of files) {
    try {
      const { id, state } = await receiveFile(system, actor, fileName, await read());
      system.log.info('file', { id, code: state });
      await system.exchange.taken(organizationId, fileName);
    } catch (error) {
      system.log.error('file', { failure: describeFailure(error) });
    }
  }
  return files.length;
}
