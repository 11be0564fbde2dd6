import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Claim, Instant } from '@superbill/engines/model';
import { read277CA, read835, write837 } from '@superbill/engines/x12';
import { aClaim, aLine, aPlan, today, type visit } from './examples.test-data.ts';
import { createPayer, type Payer } from './payer.ts';
import type { OutFile } from './state.ts';

/** A payer in a folder of its own, and a practice that sends it files. */
export function aBench() {
  const directory = mkdtempSync(join(tmpdir(), 'payer-'));
  let interchange = 0;
  const open = (): Payer =>
    createPayer({
      plans: [aPlan(), aPlan({ payerId: 'SECND', name: 'Second Plan' })],
      stateDirectory: join(directory, 'state'),
      today: () => today,
      now: () => `${today}T12:00:00.000Z` as Instant,
    });
  const bench = {
    directory,
    payer: open(),
    /** Closes the payer and opens it again on what it wrote. */
    restart(): void {
      bench.payer.close();
      bench.payer = open();
    },
    /** An 837P under the next interchange number, or under the last one again. */
    fileOf(claims: Claim[], { again = false } = {}): Uint8Array {
      if (!again) interchange += 1;
      const text = write837({
        controlNumbers: { interchange, group: interchange, transaction: 1 },
        createdAt: `${today}T10:00:00.000Z` as Instant,
        usage: 'T',
        submitter: { name: 'Example Clinic', id: 'CLINIC', contacts: [{ phone: '6145550100' }] },
        receiver: { name: 'Example Clearinghouse', id: 'CLEAR' },
        claims,
      });
      return new TextEncoder().encode(text);
    },
    remove(): void {
      bench.payer.close();
      rmSync(directory, { recursive: true });
    },
  };
  return bench;
}

export const ofKind = (files: OutFile[], kind: string) =>
  files.filter(({ name }) => name.endsWith(`.${kind}`));
export const decisions = (files: OutFile[]) =>
  ofKind(files, '277ca').flatMap(({ text }) => read277CA(text).claims);
export const remits = (files: OutFile[]) => files.flatMap(({ text }) => read835(text).remits);
export const visitOn = (serviceDate: typeof visit, part: Partial<Claim> = {}) =>
  aClaim({ lines: [aLine({ procedure: '99213', serviceDate })], ...part });
