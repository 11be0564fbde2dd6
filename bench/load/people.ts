import type { ClaimView, Encounter, EncounterSummary, SuggestionView } from '@superbill/contract';
import type { Dice } from '../../scripts/dice.ts';
import type { Client } from './client.ts';
import type { Ready } from './messages.ts';

/** Reads, decides, types: how long a person takes before the next step, in steps of the pace. */
type Pause = () => Promise<void>;

interface Desk {
  client: Client;
  dice: Dice;
  pause: Pause;
  ready: Ready;
}

/** One piece of work at a desk, from looking at the worklist to handing it on. */
export type Work = (desk: Desk) => Promise<void>;

interface Worklist {
  encounters: EncounterSummary[];
}

async function oneOf({ client, dice }: Desk, queue: string): Promise<Encounter | undefined> {
  const list = await client.call<Worklist>('POST', '/api/encounters/search', { queue, limit: 50 });
  if (!list || list.encounters.length === 0) return undefined;
  return client.call<Encounter>('GET', `/api/encounters/${dice.pick(list.encounters).id}`);
}

const words = ['hypertension', 'type 2 diabetes', 'strep throat', 'low back pain', 'copd', 'migraine'];

const coder: Work = async (desk) => {
  const { client, dice, pause } = desk;
  const visit = await oneOf(desk, 'coding');
  if (!visit) return;
  const at = `/api/encounters/${visit.id}`;
  const read = await client.call<{ suggestions: SuggestionView[] }>('GET', `${at}/suggestions`);
  await pause();
  const text = dice.pick(words);
  // As it is typed: one search for every few letters.
  for (let length = 3; length <= text.length; length += 4)
    await client.call(
      'GET',
      `/api/codes?text=${encodeURIComponent(text.slice(0, length))}&date=${visit.serviceDate}`,
    );
  await client.call('GET', `/api/codes/icd10cm/I10?date=${visit.serviceDate}`);
  for (const { code, evidence, decision } of (read?.suggestions ?? []).slice(0, 3)) {
    await pause();
    if (decision === 'open')
      await client.call('POST', `${at}/codes`, { code, origin: 'suggestion', evidence });
  }
  const now = await client.call<Encounter>('GET', at);
  if (now && now.codes.length > 0)
    await client.call('POST', `${at}/hand-over`, { rowVersion: now.rowVersion });
};

const biller: Work = async (desk) => {
  const { client, dice, pause } = desk;
  const visit = await oneOf(desk, 'billing');
  if (!visit) return;
  const at = `/api/encounters/${visit.id}`;
  await client.call('GET', `/api/fees?date=${visit.serviceDate}&search=99`);
  await pause();
  if (visit.charges.length === 0) {
    const diagnoses = visit.codes.slice(0, 4).map(({ id }) => id);
    await client.call('POST', `${at}/charges`, { procedure: '99213', diagnoses });
    await pause();
  }
  const made = await client.call<{ id: string }>('POST', `${at}/claims`, {});
  if (!made) return;
  const claim = await client.call<ClaimView>('GET', `/api/claims/${made.id}`);
  await pause();
  if (claim) await client.call('POST', `/api/claims/${made.id}/submit`, { rowVersion: claim.rowVersion });
  if (dice.oneIn(5)) await client.call('POST', '/api/transmissions', { claimIds: [made.id] });
  if (dice.oneIn(3)) await client.call('GET', `/api/patients/${visit.patient.id}/account`);
  if (dice.oneIn(4)) await client.call('POST', '/api/claims/search', { limit: 50 });
};

let registered = 0;

const frontDesk: Work = async ({ client, dice, pause, ready }) => {
  registered += 1;
  const lastName = `Load${letters(registered)}`;
  for (const typed of [lastName.slice(0, 2), lastName.slice(0, 4), lastName])
    await client.call('POST', '/api/patients/search', { search: typed });
  await pause();
  const patient = {
    firstName: 'Sally',
    lastName,
    birthDate: '1980-05-17',
    sex: 'F',
    address: { line1: '12 Invented Lane', city: 'Exampleton', state: 'OR', zip: '970010001' },
  };
  const coverage = {
    payerId: ready.ids.payerId,
    benefitOrder: 1,
    memberId: `EM${String(registered).padStart(9, '0')}`,
    relationship: 'self',
    effectiveFrom: '2026-01-01',
  };
  const made = await client.call<{ id: string }>('POST', '/api/patients', { patient, coverages: [coverage] });
  await pause();
  if (!made) return;
  await client.call('GET', `/api/patients/${made.id}`);
  const { practitionerId, locationId } = ready.ids;
  for (let visits = dice.between(1, 2); visits > 0; visits -= 1)
    await client.call('POST', '/api/encounters', {
      patientId: made.id,
      practitionerId,
      locationId,
      serviceDate: `2027-03-${dice.between(10, 19)}`,
    });
};

const physician: Work = async (desk) => {
  const { client, dice, pause } = desk;
  const visit = await oneOf(desk, 'documentation');
  await pause();
  if (visit)
    await client.call('POST', `/api/encounters/${visit.id}/documents`, {
      kind: 'note',
      title: 'Visit note',
      text: aNote(dice),
    });
  await client.call('GET', '/api/queries');
};

const supervisor: Work = async ({ client, pause }) => {
  await client.call('POST', '/api/encounters/search', {});
  await pause();
  await client.call('GET', '/api/audit');
  await client.call('POST', '/api/claims/search', { state: 'sent' });
};

const patient: Work = async ({ client, dice, pause, ready }) => {
  // A link opens once; afterwards the browser holds a session.
  const token = client.isSignedIn ? undefined : ready.bills.pop();
  if (token) await client.call('POST', '/api/portal/session', { token, birthDate: '1980-05-17' });
  await client.call('GET', '/api/portal/bill');
  await pause();
  if (dice.oneIn(20)) await client.call('POST', '/api/portal/questions', { body: 'Why do I owe this?' });
};

/** Every screen asks now and then who is signed in and what is in the queue. */
export const poll: Work = async ({ client }) => {
  await client.call('GET', '/api/session');
};

/** Who is at work when so many are, as in a practice: in shares of fifty. */
export const people = [
  { role: 'coder', share: 14, work: coder },
  { role: 'biller', share: 12, work: biller },
  { role: 'front-desk', share: 8, work: frontDesk },
  { role: 'physician', share: 6, work: physician },
  { role: 'supervisor', share: 2, work: supervisor },
  { role: 'patient', share: 8, work: patient },
] as const;

/** Three problems of a visit with their plans, and the usual prose around them: some 250 words. */
function aNote(dice: Dice): string {
  const problems = [
    'Hypertension, above goal at home. Increase lisinopril to 20 mg.',
    'Type 2 diabetes, A1c 7.4. Continue metformin.',
    'Strep throat, rapid test positive. Amoxicillin for ten days.',
    'Low back pain for three weeks, no red flags. Physical therapy.',
    'Migraine without aura, four a month. Start a triptan.',
    'COPD without exacerbation. Continue the inhaler.',
  ];
  const chosen = [0, 1, 2].map((offset) => problems[(dice.below(6) + offset) % 6]);
  const prose =
    'The patient is here for follow-up. Denies chest pain, shortness of breath, fever or weight loss. Mother had breast cancer. ';
  return `HPI: ${prose.repeat(6)}\nEXAM: Alert, well. Lungs clear. Heart regular.\nA/P:\n${chosen.map((line, index) => `${index + 1}. ${line}`).join('\n')}\n`;
}

/** 1 is `b`, 27 is `bb`: a name has no digits. */
function letters(number: number): string {
  return number === 0 ? '' : letters(Math.floor(number / 26)) + String.fromCharCode(97 + (number % 26));
}
