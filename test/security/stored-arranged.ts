import type { RouteName } from '@superbill/contract';
import { lockEncounter } from '@superbill/server/encounters/queue';
import { aCredit } from '../credit.ts';
import { aPasskey } from '../passkey.ts';
import { aVisit, rejectClaim, sendClaim } from '../visit.ts';
import type { Call } from './places.ts';
import { type Writing, writeInto } from './stored-texts.ts';
import { senderFor, type Target } from './target.ts';

/** Routes that take a text only once something was arranged for it; {@link writeIntoArranged} does. */
export const arranged: readonly RouteName[] = [
  'addPasskey',
  'importFees',
  'refundCredit',
  'renamePasskey',
  'requestCodeChange',
  'returnToCoding',
];

export async function writeIntoArranged(target: Target, writing: Writing): Promise<void> {
  await namePasskey(target, writing);
  await importFees(target, writing);
  await refundCredit(target, writing);
  await requestCodeChange(target, writing);
  await returnToCoding(target, writing);
}

async function namePasskey(target: Target, writing: Writing): Promise<void> {
  const cookie = await target.cookieOf(senderFor('addPasskey'));
  const make = async () => {
    const { json } = await target.send('startPasskey', {}, cookie);
    const { question } = json as { question: Record<string, unknown> };
    return aPasskey({ origin: 'http://localhost' }).make(question);
  };
  await writeInto(target, 'addPasskey', writing, { body: { passkey: await make() } }, cookie);
  const { json } = await target.send('addPasskey', { body: { name: 'Key', passkey: await make() } }, cookie);
  const { id } = json as { id: string };
  await writeInto(target, 'renamePasskey', writing, { params: { passkeyId: id } }, cookie);
}

async function importFees(target: Target, writing: Writing): Promise<void> {
  const wording = writing.markup('importFees body.content', 120).replaceAll('"', '""');
  const content = `procedure,wording,price\n99217,"${wording}",300.00\n`;
  const body = { content, effectiveFrom: '2027-01-01' };
  const cookie = await target.cookieOf('administrator');
  const { json } = await target.send('previewFees', { body }, cookie);
  const { fingerprint } = json as { fingerprint: string };
  const { status } = await target.send('importFees', { body: { ...body, fingerprint } }, cookie);
  writing.answered(status);
}

/** Of money that came in for nothing that is owed. */
async function refundCredit(target: Target, writing: Writing): Promise<void> {
  const { world, subjects } = target.sides.home;
  await aCredit(world, subjects.patientId, 5);
  await writeInto(target, 'refundCredit', writing);
}

/** Of a claim that was refused and would say something else now. */
async function requestCodeChange(target: Target, writing: Writing): Promise<void> {
  const { world, subjects } = target.sides.home;
  const { patientId } = subjects;
  const { encounterId, chargeIds, codeIds } = await aVisit(world, { patientId, serviceDate: '2027-03-10' });
  const claimId = await sendClaim(world, { encounterId });
  await rejectClaim(world, claimId);
  const change: Call = {
    params: { encounterId, chargeId: chargeIds[0] },
    body: { charge: { procedure: '99214', diagnoses: codeIds }, rowVersion: 1 },
  };
  await target.send('changeCharge', change, await target.cookieOf('biller'));
  await writeInto(target, 'requestCodeChange', writing, { params: { claimId } });
}

/** The sample's visit, in the version it has by now. */
async function returnToCoding(target: Target, writing: Writing): Promise<void> {
  const { world, subjects, samples } = target.sides.home;
  const visit = await world.as('biller', (unit) => lockEncounter(unit, subjects.billEncounterId));
  const { params } = samples.returnToCoding as Call;
  await writeInto(target, 'returnToCoding', writing, { params, body: { rowVersion: visit.row_version } });
}
