import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { isNpi } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import {
  type DemoEncounter,
  readCharge,
  readCode,
  readDemoEncounters,
  readQuery,
  readResultLine,
  states,
} from '../../cli/src/demo/demo-encounters.ts';
import {
  readPlanOf as planOf,
  readFees,
  readPatients,
  readPayers,
  readPractice,
} from '../../cli/src/demo/demo-practice.ts';
import { hasShared, sharedPath } from '../../test/shared.ts';

const encounters = readDemoEncounters();
const fees = readFees();
const patients = readPatients();
const payers = readPayers();
const practice = readPractice();

const plans = new Map(payers.map(({ id }) => [id, planOf(id)]));
const prices = new Map(fees.lines.map((line) => [line.code, line.priceCents]));
const noteOf = ({ documents }: DemoEncounter) => documents.find(({ kind }) => kind === 'note')?.text ?? '';
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const specialtyOf = (visit: DemoEncounter) =>
  practice.practitioners.find(({ id }) => id === visit.practitioner)?.specialty;
const patientOf = (visit: DemoEncounter) => patients.find(({ id }) => id === visit.patient);
const inState = (state: DemoEncounter['state']) => encounters.filter((visit) => visit.state === state);
const doubled = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

/** Patients whose first coverage the payer knows otherwise, each for one demonstration. */
const unknownToPayer = ['p31', 'p32'];

describe('people', () => {
  test('every NPI has a valid check digit and no two are alike', () => {
    const npis = [practice.organization, ...practice.locations, ...practice.practitioners].flatMap(
      ({ npi }) => npi ?? [],
    );
    expect(npis.filter((npi) => !isNpi(npi))).toEqual([]);
    expect(doubled(npis)).toEqual([]);
  });

  test('all names are distinct', () => {
    const subscribers = patients.flatMap(({ coverages }) =>
      coverages.flatMap(({ subscriber }) => subscriber ?? []),
    );
    const names = [
      ...[...practice.practitioners, ...patients, ...subscribers].map((p) => `${p.firstName} ${p.lastName}`),
      ...practice.users.filter(({ practitionerId }) => practitionerId === undefined).map(({ name }) => name),
    ];
    expect(doubled(names)).toEqual([]);
  });

  test('there is a log-in for each role, one person with two hats, and physicians are practitioners', () => {
    const roles = new Set(practice.users.flatMap((user) => user.roles));
    expect(roles.size).toBe(7);
    expect(practice.users.filter((user) => user.roles.length === 2)).toHaveLength(1);
    const physicians = practice.users.filter((user) => user.roles.includes('physician'));
    expect(physicians.length).toBeGreaterThanOrEqual(2);
    const ids = practice.practitioners.map(({ id }) => id);
    expect(physicians.filter((user) => !ids.includes(user.practitionerId ?? ''))).toEqual([]);
    expect(doubled(practice.users.map(({ login }) => login))).toEqual([]);
  });

  test('patients are as many and as different as asked', () => {
    expect(patients.length).toBeGreaterThanOrEqual(34);
    const count = (holds: (patient: (typeof patients)[number]) => boolean) => patients.filter(holds).length;
    expect(count((p) => p.coverages.length >= 2)).toBeGreaterThanOrEqual(3);
    expect(count((p) => p.coverages.length === 0)).toBeGreaterThanOrEqual(2);
    expect(count((p) => p.coverages[0]?.relationship === 'child')).toBeGreaterThanOrEqual(3);
    expect(count((p) => p.language === 'es')).toBeGreaterThanOrEqual(4);
    expect(doubled(patients.map(({ id }) => id))).toEqual([]);
    expect(doubled(patients.map(({ phone }) => phone))).toEqual([]);
  });

  test('coverages count from 1, and name the subscriber exactly when it is somebody else', () => {
    for (const { coverages } of patients) {
      expect(coverages.map(({ order }) => order)).toEqual(coverages.map((_, i) => i + 1));
      for (const { relationship, subscriber } of coverages)
        expect(subscriber === undefined).toBe(relationship === 'self');
    }
  });
});

describe('payers and plans', () => {
  test.each(payers)('the plan of $name says the same payer and prices every procedure', (payer) => {
    const plan = plans.get(payer.id);
    expect(plan).toMatchObject({
      payerId: payer.payerId,
      name: payer.name,
      claimFilingIndicator: payer.claimFilingIndicator,
    });
    for (const [code, price] of prices) {
      const allowed = plan?.allowedCents[code];
      expect(allowed === undefined, code).toBe(plan?.notCovered.includes(code));
      if (allowed !== undefined) expect(allowed, code).toBeLessThanOrEqual(price);
    }
    const lists = [plan?.copayCodes.office, plan?.copayCodes.specialist, plan?.preventiveCodes].flat();
    expect(
      [...lists, ...(plan?.authorizationRequired ?? [])].filter((code) => !prices.has(code ?? '')),
    ).toEqual([]);
    expect(doubled(lists.map(String))).toEqual([]);
  });

  test('insured people are members as registered, but for those the demonstration wants unknown', () => {
    const strangers = patients.filter(({ coverages }) =>
      coverages.some(({ payer, memberId, ...rest }) => {
        const plan = plans.get(payer);
        const member = plan?.members.find((one) => one.memberId === memberId);
        const patient = patients.find((p) => p.coverages.some((c) => c.memberId === memberId));
        const holder = rest.subscriber ?? patient;
        return (
          !member ||
          member.birthDate !== holder?.birthDate ||
          !new RegExp(plan?.memberIdPattern ?? '').test(memberId)
        );
      }),
    );
    expect(strangers.map(({ id }) => id)).toEqual(unknownToPayer);
  });

  test('one coverage has ended, unknown to the practice', () => {
    const ended = [...plans.values()].flatMap(({ members }) => members.filter(({ to }) => to !== undefined));
    expect(ended).toHaveLength(1);
    expect(patients.flatMap(({ coverages }) => coverages.filter(({ to }) => to !== undefined))).toEqual([]);
  });

  test('prices are those of distinct procedures', () => {
    expect(doubled(fees.lines.map(({ code }) => code))).toEqual([]);
    expect(doubled(fees.lines.map(({ wording }) => wording))).toEqual([]);
  });
});

describe('encounters', () => {
  test('there are enough in every state', () => {
    const atLeast = {
      'to-code': 18,
      'query-open': 3,
      coded: 3,
      held: 2,
      sent: 2,
      rejected: 2,
      denied: 3,
      paid: 5,
    };
    const more = { 'reduced-with-patient-responsibility': 5, 'patient-billed': 3, 'self-pay': 1 };
    const wanted: Record<DemoEncounter['state'], number> = { ...atLeast, ...more };
    expect(states.filter((state) => inState(state).length < wanted[state])).toEqual([]);
    expect(encounters[0]?.state).toBe('to-code');
  });

  test('at least ten specialties are seen, also among those to code', () => {
    expect(new Set(encounters.map(specialtyOf)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(inState('to-code').map(specialtyOf)).size).toBeGreaterThanOrEqual(10);
  });

  test.each(encounters)('$file refers to what exists', (visit) => {
    expect(patientOf(visit)).toBeDefined();
    expect(specialtyOf(visit)).toBeDefined();
    expect(practice.locations.map(({ id }) => id)).toContain(visit.location);
    expect(visit.file).toMatch(/^\d\d-[a-z0-9-]+\.txt$/);
    expect(visit.documents.filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });

  test.each(encounters)('$file has a note of some length, without absolute dates', (visit) => {
    expect(words(noteOf(visit))).toBeGreaterThanOrEqual(60);
    const text = visit.documents.map((document) => document.text).join('\n');
    expect(text).not.toMatch(/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{4}-\d\d-\d\d\b/);
    expect(text).not.toMatch(/\r|\t|\p{Extended_Pictographic}/u);
  });

  test.each(encounters)('$file has results a machine can read, flagged as their range says', (visit) => {
    for (const { text } of visit.documents.filter(({ kind }) => kind === 'result')) {
      for (const { name, value, low, high, flag } of text.split('\n').map(readResultLine)) {
        const expected =
          low !== undefined && value < low ? 'L' : high !== undefined && value > high ? 'H' : '';
        expect(flag, name).toBe(expected);
      }
    }
  });

  test.each(encounters)('$file quotes the note, each quote exactly once', (visit) => {
    const note = noteOf(visit);
    const found = visit.code.map(readCode).map(({ quote }) => [quote, note.split(quote).length - 1]);
    expect(found.filter(([, times]) => times !== 1)).toEqual([]);
    expect(doubled(visit.code.map((text) => readCode(text).code))).toEqual([]);
  });

  test.each(encounters)('$file is coded and charged as far as its state says', (visit) => {
    const open = visit.state === 'to-code' || visit.state === 'query-open';
    expect(visit.code.length > 0).toBe(!open);
    expect(visit.charge.length > 0).toBe(!open);
    expect(visit.query.length).toBe(visit.state === 'query-open' ? 1 : 0);
    expect(patientOf(visit)?.coverages.length === 0).toBe(
      visit.state === 'self-pay' || visit.patient === 'p12',
    );
  });

  test.each(encounters)('$file charges procedures of the fee schedule for its own diagnoses', (visit) => {
    for (const { procedure, units, pointers } of visit.charge.map(readCharge)) {
      expect(prices.has(procedure), procedure).toBe(true);
      expect(units).toBeGreaterThan(0);
      expect(pointers?.filter((n) => n < 1 || n > visit.code.length) ?? []).toEqual([]);
      expect(pointers?.length === 0 && visit.state !== 'held').toBe(false);
    }
  });

  test('queries go to a physician with a log-in and leave every answer open', () => {
    for (const visit of inState('query-open')) {
      const { practitioner, options, question } = readQuery(visit.query[0] ?? '');
      expect(practice.users.map(({ practitionerId }) => practitionerId)).toContain(practitioner);
      expect(practitioner).toBe(visit.practitioner);
      expect(options.at(-1)).toBe('unable to determine');
      expect(options.length).toBeGreaterThanOrEqual(4);
      expect(question).toMatch(/\?$/);
    }
  });
});

describe('diagnosis codes', () => {
  test.skipIf(!hasShared)('each one is billable in ICD-10-CM FY2026', () => {
    const archive = readFileSync(sharedPath('codesets/icd10cm/fy2026/icd10cm-Code Descriptions-2026.zip'));
    const order = unzipMember(archive, /icd10cm[-_]order[-_]\d{4}\.txt$/).split('\n');
    const billable = new Set(
      order.filter((line) => line[14] === '1').map((line) => line.slice(6, 13).trim()),
    );
    const used = encounters.flatMap(({ code }) => code.map((text) => readCode(text).code.replace('.', '')));
    expect(billable.size).toBe(74_719);
    expect(used.length).toBeGreaterThan(40);
    expect(used.filter((code) => !billable.has(code))).toEqual([]);
  });
});

/** One text file of a zip archive. Source of the layout: APPNOTE.TXT 6.3, sections 4.3.7 and 4.3.12. */
function unzipMember(archive: Buffer, name: RegExp): string {
  let at = archive.readUInt32LE(archive.lastIndexOf('PK\x05\x06') + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const nameLength = archive.readUInt16LE(at + 28);
    if (name.test(archive.toString('latin1', at + 46, at + 46 + nameLength))) {
      const local = archive.readUInt32LE(at + 42);
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      return inflateRawSync(archive.subarray(from, from + archive.readUInt32LE(at + 20))).toString('latin1');
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`no member ${name}`);
}
