import { beforeAll, describe, expect, test } from 'vitest';
import { buildEdition } from '../scripts/coding-editions.ts';
import { hasShared } from './shared.ts';

describe.skipIf(!hasShared)('phrases of each kind, over the official files of FY2026', () => {
  let edition: Awaited<ReturnType<typeof buildEdition>>;
  beforeAll(async () => {
    edition = await buildEdition('official');
  }, 180_000);
  const first = (text: string) => edition?.search.search(text)[0];

  test.each([
    { kind: 'a part of the body', text: 'acute lymphadenitis of the ankle', code: 'L04.3' },
    { kind: 'a part of the body', text: 'lipoma of the cheek', code: 'D17.0' },
    { kind: 'the part that was named', text: 'contusion of left knee', code: 'S80.02XA' },
    { kind: 'with', text: 'lumbar stenosis with neurogenic claudication', code: 'M48.062' },
    { kind: 'with', text: 'type 1 diabetes with ketoacidosis, no coma', code: 'E10.10' },
    { kind: 'without', text: 'AAA without rupture', code: 'I71.40' },
    { kind: 'what was not achieved', text: 'CML in remission', code: 'C92.11' },
    { kind: 'a site behind a denial', text: 'laceration of right hand', code: 'S61.411A' },
    { kind: 'a substance and an intent', text: 'accidental ibuprofen overdose', code: 'T39.311A' },
    { kind: 'a brand name', text: 'poisoning by Tylenol, accidental', code: 'T39.1X1A' },
    { kind: 'a vaccine that harmed nobody', text: 'tetanus vaccination', code: 'Z23' },
    { kind: 'family history', text: 'fam hx of breast ca', code: 'Z80.3' },
    { kind: 'personal history', text: 'hx prostate cancer', code: 'Z85.46' },
    { kind: 'screening', text: 'screening colonoscopy', code: 'Z12.11' },
    { kind: 'status', text: 's/p right BKA', code: 'Z89.511' },
    { kind: 'a kind of tumor and a site', text: 'papilloma of larynx', code: 'D14.1' },
    { kind: 'a kind of tumor and a site', text: 'pleomorphic adenoma of the parotid', code: 'D11.0' },
    { kind: 'a kind of tumor and a site', text: 'sarcoma of left thigh', code: 'C49.22' },
    { kind: 'a reference to another main term', text: 'osteoarthrosis of right hip', code: 'M16.11' },
    {
      kind: 'a reference through levels that only divide',
      text: 'blister of left upper arm',
      code: 'S40.822A',
    },
    { kind: 'a later visit', text: 'follow-up of left ankle sprain', code: 'S93.402D' },
    { kind: 'a later visit', text: 'Colles fracture of right wrist, subsequent', code: 'S52.531D' },
    {
      kind: 'a fracture that does not heal',
      text: 'nonunion of right tibial shaft fracture',
      code: 'S82.201K',
    },
    { kind: 'a side', text: 'anterior dislocation of left shoulder', code: 'S43.015A' },
    { kind: 'acuity', text: 'acute on chronic diastolic heart failure', code: 'I50.33' },
    { kind: 'a wording written apart', text: 'cerebro vascular accident', code: 'I63.9' },
    { kind: 'a prefix with a hyphen', text: 'non-toxic diffuse goitre', code: 'E04.0' },
    { kind: 'British spelling', text: 'somatisation disorder', code: 'F45.0' },
    { kind: 'a doubled letter left out', text: 'atrial fibrilation', code: 'I48.91' },
    { kind: 'two misspelled words', text: 'calcificaton and ossificaton of muscle', code: 'M61.9' },
    { kind: 'two words of one root', text: 'hemophilia', code: 'D66' },
    { kind: 'truncated words', text: 'asthma mod persistent w/ exacerb', code: 'J45.41' },
    { kind: 'a disease of another chapter in a pregnancy', text: 'epilepsy in pregnancy', code: 'O99.350' },
    {
      kind: 'a disease of another chapter in a pregnancy',
      text: 'hepatitis C in pregnancy',
      code: 'O98.419',
    },
    { kind: 'a disease that chapter 15 names', text: 'DVT in pregnancy, 2nd trimester', code: 'O22.32' },
    { kind: 'a metastasis and where it comes from', text: 'brain mets from lung cancer', code: 'C79.31' },
    { kind: 'a cancer and its metastasis', text: 'bladder cancer with bone mets', code: 'C67.9' },
    { kind: 'a denial in one word', text: 'meningitis, non-bacterial', code: 'G03.0' },
    { kind: 'a wound and what gave it', text: 'cat bite - left hand', code: 'S61.452A' },
    { kind: 'a disease and its germ', text: 'pneumonia - Klebsiella', code: 'J15.0' },
    { kind: 'the end of a long bone', text: 'torus fracture distal left ulna', code: 'S52.622A' },
    { kind: 'a noun for an adjective', text: 'tibial nerve impingement', code: 'G57.40' },
    { kind: 'an intent', text: 'aspirin poisoning, suicidal', code: 'T39.012A' },
    { kind: 'an older name', text: 'paralysis agitans', code: 'G20.A1' },
    { kind: 'a burn', text: 'burn left arm', code: 'T22.032A' },
    { kind: 'a thickness of a burn', text: 'full thickness burn left forearm', code: 'T22.312A' },
    { kind: 'a substance swallowed', text: 'kerosene ingestion', code: 'T52.0X1A' },
    { kind: 'a venom', text: 'scorpion sting', code: 'T63.2X1A' },
    { kind: 'a disease and a measure', text: 'morbid obesity, BMI 42', code: 'E66.01' },
    { kind: 'an older name', text: 'kala azar', code: 'B55.0' },
    { kind: 'an abbreviation of Commonwealth hospitals', text: 'pain RIF', code: 'R10.31' },
    { kind: 'an abbreviation of two meanings', text: 'NEC stage 3', code: 'K55.33' },
    { kind: 'lay words', text: 'ringing in the ears', code: 'H93.19' },
    { kind: 'the main term alone', text: 'conjunctivitis', code: 'H10.9' },
  ])('$kind: $text is $code', ({ text, code }) => {
    expect(first(text)?.code).toBe(code);
  });

  test('a kind of tumor tells the index entry that sent it to the table', () => {
    expect(first('papilloma of larynx')?.path.slice(0, 2)).toEqual([
      'Index: Papilloma → see Neoplasm, benign, by site',
      'Table of neoplasms: Neoplasm, neoplastic > larynx, laryngeal NEC, benign',
    ]);
  });

  test('an answer tells what was assumed and what it may not be coded with', () => {
    expect(first('ankle sprain')?.missing).toContain('laterality');
    const [hit] = edition?.search.search('type 1 diabetes', { chosen: ['E11.9', 'I10'] }) ?? [];
    expect(hit).toMatchObject({ code: 'E10.9', conflicts: [{ with: 'E11.9', at: 'E10' }] });
  });
});
