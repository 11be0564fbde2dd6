import { type Instant, isoDate } from '@superbill/engines/model';
import { judgeClaims, read837, write277CA } from '@superbill/engines/x12';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import { receiveFile } from '@superbill/server/files/receive-file';
import { remitFile, sentClaim } from '../remit-file.ts';
import { adjust, aRemit, aVisit, sendClaim } from '../visit.ts';
import { type World, worldCodes } from '../world.ts';
import type { Writing } from './stored-texts.ts';
import type { Target } from './target.ts';

/** What comes in by files: a payer's answers and its payment, and the descriptions of a code set. */
export async function writeIntoFiles(target: Target, writing: Writing): Promise<void> {
  const { world, subjects } = target.sides.home;
  const visitOn = (serviceDate: string) => aVisit(world, { patientId: subjects.patientId, serviceDate });

  await sendClaim(world, await visitOn('2027-03-11'));
  const { content = '' } = world.system.exchange.sent.at(-1) ?? {};
  await comesIn(world, 'answer.277', answerTo(content, writing.markup("277CA payer's control number", 50)));

  const remit = aRemit(await sentClaim(world, await sendClaim(world, await visitOn('2027-03-12'))), [
    [adjust('PR', '1', 4000)],
  ]);
  remit.payer.name = writing.markup('835 name of the payer', 60);
  remit.payee.name = writing.markup('835 name of the payee', 60);
  remit.traceNumber = writing.markup('835 trace number', 50);
  for (const claim of remit.claims)
    claim.payerControlNumber = writing.markup("835 payer's control number", 50);
  await comesIn(world, 'payment.835', remitFile([remit]));

  const rows = worldCodes.set.rows.map((row) => ({
    ...row,
    title: `${row.title} ${writing.markup(`description of ${row.code}`)}`,
  }));
  world.system.codeSets = openEditionStore('/nonexistent', {
    ...worldCodes,
    set: { ...worldCodes.set, rows },
  });
  writing.answered(200);
}

/** The 277CA of a payer that takes in what an 837 sent, under a number of its own. */
function answerTo(sent: string, payerControlNumber: string): string {
  const [received] = read837(sent).submissions;
  if (!received) throw new Error('nothing was sent');
  const day = isoDate('2027-03-20');
  return write277CA({
    controlNumbers: { interchange: 1, group: 1, transaction: 1 },
    createdAt: `${day}T17:00:00.000Z` as Instant,
    usage: 'P',
    sender: received.receiver,
    receiver: received.submitter,
    batch: received.batch,
    receivedDate: day,
    processedDate: day,
    claims: judgeClaims(received, day).map((claim) => ({ ...claim, payerControlNumber })),
  });
}

async function comesIn({ system, staff }: World, name: string, content: string): Promise<void> {
  const { state, problem } = await receiveFile(system, staff.biller, name, Buffer.from(content));
  if (state !== 'processed') throw new Error(`${name} is ${state}: ${JSON.stringify(problem)}`);
}
