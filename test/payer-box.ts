import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPayer, readPlan } from '@superbill/payer';
import { collectFiles } from '@superbill/server/files/collect';
import type { World } from './world.ts';

/** Example Mutual as a payer in the box: a deductible that is met, a copay for visits, 20 % of the rest. */
const plan = {
  payerId: 'EXMP1',
  name: 'Example Mutual',
  claimFilingIndicator: 'CI',
  timelyFilingDays: 180,
  plan: {
    deductibleCents: 0,
    copayCents: { office: 2500, specialist: 4000 },
    coinsurancePercent: 20,
    outOfPocketMaxCents: 500000,
  },
  allowedCents: { '99213': 11000, '99214': 15500, '87880': 2500, '36415': 800 },
  copayCodes: { office: ['99213', '99214'], specialist: [] },
  preventiveCodes: [],
  authorizationRequired: ['70551'],
  notCovered: ['99396'],
  memberIdPattern: '^EM\\d{9}$',
  members: [],
};

/** The other end of the wire of a test's world: takes what was sent, and its answers come in. */
export function payerBox({ system, organizationId }: World) {
  const payer = createPayer({
    plans: [readPlan(JSON.stringify(plan), 'example plan')],
    stateDirectory: mkdtempSync(join(tmpdir(), 'superbill-test-payer-')),
    now: () => system.clock.now(),
    today: () => system.clock.today(),
  });
  const takeIn = async (files: readonly { name: string; text: string }[]) => {
    const { exchange } = system;
    exchange.incoming.push(
      ...files.map(({ name, text }) => ({ fileName: name, content: Buffer.from(text) })),
    );
    await collectFiles(system, organizationId);
  };
  return {
    /** Answers every file sent so far with 999 and 277CA. */
    async answer() {
      for (const { content } of system.exchange.sent.splice(0)) {
        await takeIn(payer.receive(Buffer.from(content, 'latin1'), organizationId).replies);
      }
    },
    /** The payment run; gives the 835 files as they came in. */
    async pay() {
      const { files } = payer.adjudicate();
      await takeIn(files);
      return files;
    },
  };
}
