import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../test/shared.ts';
import type { Claim } from '../model/index.ts';
import { guides } from './guides/index.ts';
import { read835, read837, validate, write835, write837 } from './index.ts';

interface Entry {
  file: string;
  validity: 'valid' | 'invalid' | 'disputed' | 'unverified';
  version?: string;
}

const versions = new Set(guides.flatMap((guide) => guide.versions));

function entries(type: string): Entry[] {
  const index: Entry[] | { files: Entry[] } = JSON.parse(
    readFileSync(sharedPath('edi', type, 'index.json'), 'utf8'),
  );
  return Array.isArray(index) ? index : index.files;
}

const types = ['837P', '837I', '837D', '835', '999', '277CA', 'TA1'];
const samples = hasShared
  ? types.flatMap((type) =>
      entries(type).map((entry) => ({
        type,
        ...entry,
        bytes: () => readFileSync(sharedPath('edi', type, entry.file)),
      })),
    )
  : [];

/** Files that are called valid and are not, by the guide they declare. */
const disagreements: Readonly<Record<string, string>> = {
  'LinuxForHealth_x12__demo.example9.837': 'the components are separated by > though ISA16 declares :',
  'LinuxForHealth_x12__demo.example11.837': 'the components are separated by > though ISA16 declares :',
  'LinuxForHealth_x12__ppo-repriced-claim.837i': 'the components are separated by > though ISA16 declares :',
  'LinuxForHealth_x12__managed-care.835': 'BPR16 is 20002316',
  'cosyte_x12__277ca.edi': 'loop 2200A is missing, and the levels are those of a 277',
  'cosyte_x12__277ca-canonical.edi': 'loop 2200A is missing, and the levels are those of a 277',
};

/** A file that is called invalid by its name, which is about what it says: a TA1 that accepts with errors. */
const soundAfterAll = new Set(['cosyte_x12__ta1-accept-with-errors.edi']);

test.skipIf(!hasShared)('sample files that are valid pass at SNIP 1 to 4', () => {
  const valid = samples.filter(
    ({ validity, version }) => validity === 'valid' && versions.has(version ?? ''),
  );
  expect(valid.length).toBeGreaterThan(20);
  const refused = valid.filter(({ bytes }) => !validate(bytes()).valid).map(({ file }) => file);
  expect(refused.sort()).toEqual(Object.keys(disagreements).sort());
});

test.skipIf(!hasShared)('sample files that are invalid are refused', () => {
  const invalid = samples.filter(
    ({ validity, version, type }) =>
      validity === 'invalid' && (type === 'TA1' || versions.has(version ?? '')),
  );
  expect(invalid.length).toBeGreaterThan(8);
  const passed = invalid.filter(({ bytes }) => validate(bytes()).valid).map(({ file }) => file);
  expect(passed).toEqual([...soundAfterAll]);
});

/**
 * What we send of a claim that was read. The guide has nothing sent of a subscriber who is not the patient,
 * and some samples send it all the same; our control numbers are shorter than others', and each is used once.
 */
function asSent(claim: Claim, index: number): Claim {
  const numbered = { ...claim, controlNumber: `${claim.controlNumber.slice(0, 12)}-${index}` };
  if (claim.patient === undefined) return numbered;
  const { birthDate: _, sex: __, address: ___, ...subscriber } = claim.subscriber;
  return { ...numbered, subscriber };
}

test.skipIf(!hasShared)('what is read of a sample that passes writes and reads as the same model', () => {
  for (const { bytes, type } of samples) {
    if (!validate(bytes()).valid) continue;
    if (type.startsWith('837')) {
      const { submissions, findings } = read837(bytes());
      expect(findings.filter(({ code }) => code === 'claim-unreadable')).toEqual([]);
      for (const { controlNumbers, ...submission } of submissions) {
        const claims = submission.claims.map(asSent);
        const file = write837({
          ...submission,
          claims,
          controlNumbers: { ...controlNumbers, transaction: 1 },
        });
        const [again] = read837(file).submissions;
        expect(again?.claims).toEqual(claims);
      }
    }
    if (type === '835') {
      for (const exchange of read835(bytes()).exchanges)
        expect(read835(write835(exchange)).remits).toEqual(exchange.remits);
    }
  }
});
