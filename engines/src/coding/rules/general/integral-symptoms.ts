import type { Candidate } from '../../candidates.ts';
import type { CodingRule } from '../rule.ts';
import { sameSide } from './specific-over-unspecified.ts';

/** Symptoms that diseases of a chapter or group bring with them as a matter of course. */
const integral: { symptom: RegExp; disease: RegExp }[] = [
  { symptom: /^R0(?:5|6)/, disease: /^(?:J|I50|I11\.0|I13|I26)/ },
  { symptom: /^R07/, disease: /^(?:I20|I21|I22|I25\.1[1]|J1[2-8]|K21|M94\.0)/ },
  { symptom: /^R09\.8/, disease: /^J/ },
  { symptom: /^(?:R10|R11|R14)/, disease: /^(?:K(?:[2-5]|6[35-8]|7(?!6\.0)|[89])|A0[0-9]|N20|N1[0-3])/ },
  { symptom: /^R19\.7/, disease: /^(?:K5[0-8]|K9|A0[0-9])/ },
  { symptom: /^R3(?:[0-24-9]|3\.9)/, disease: /^N(?:1[0-3]|20|30|39|41)/ },
  {
    symptom: /^(?:K92\.[12]|R58|K62\.5)/,
    disease: /^(?:K2[5-8]\.[0246]|K57\.\d[13]|K29\.\d1|I85\.[01]1|K31\.811|K55\.21)/,
  },
  { symptom: /^R31/, disease: /^(?:N20|N30|C6[4-8])/ },
  { symptom: /^R50/, disease: /^(?:A|B(?!07|08\.1|18|20|3[56]|8[5-9])|J0[0-6]|J1|N10|N39\.0|L03|K35|K57)/ },
  { symptom: /^R51/, disease: /^G4[34]/ },
  { symptom: /^R60/, disease: /^(?:I50|I11\.0|I13|I87|N04)/ },
  { symptom: /^R0(?:0\.[02]|2)/, disease: /^(?:I4[5-9])/ },
  { symptom: /^R20/, disease: /^(?:G5|G6|E(?:08|09|10|11|13)\.4|M5[0-4])/ },
  { symptom: /^R21/, disease: /^(?:L|B0[0-9])/ },
  { symptom: /^E(?:04\.[09]|07\.9)/, disease: /^E0[0356]/ },
  { symptom: /^R53/, disease: /^(?:D5|D6|E03)/ },
  { symptom: /^R73/, disease: /^E(?:08|09|10|11|13)/ },
  { symptom: /^(?:R03\.0)/, disease: /^I1[0-6]/ },
  { symptom: /^R56/, disease: /^G40/ },
  { symptom: /^M19\.9/, disease: /^M1[5-8]/ },
  { symptom: /^R52/, disease: /^(?:M|S|G89|K|R07|R10|R51)/ },
];

const urinary = /^R3(?:3|5|9\.1)/;

/** A joint's or limb's pain is part of what is found in that joint or limb. */
const jointPain = /^M(?:25\.5|79\.6|54\.[256])/;
const jointDisease = /^(?:M(?:0[5-9]|1[0-9]|2[0-4]|7[0-7]|8[04]|4[3-8]|5[01]|54\.[134])|S[0-9])/;

function region(candidate: Candidate): string | undefined {
  return /\b(knee|shoulder|hip|ankle|foot|wrist|hand|elbow|finger|toe|back|neck|lumbar|leg|arm)\b/i
    .exec(candidate.title)?.[1]
    ?.toLowerCase();
}

/** Signs and symptoms that belong to a coded disease are not coded beside it. */
export const integralSymptoms: CodingRule = {
  id: 'integral-symptoms',
  source: 'ICD-10-CM Official Guidelines I.B.5',
  reason: 'A sign or symptom that belongs to a coded disease is not coded beside it.',
  apply(candidates) {
    // The tabular list asks for the urinary symptoms of an enlarged prostate.
    const asked = candidates.some(({ code }) => code === 'N40.1');
    return candidates.filter(
      (candidate) =>
        (asked && urinary.test(candidate.code)) ||
        !candidates.some((other) => other !== candidate && explains(other, candidate)),
    );
  },
  standsFor: explains,
};

function explains(other: Candidate, candidate: Candidate): boolean {
  return (
    integral.some(({ symptom, disease }) => symptom.test(candidate.code) && disease.test(other.code)) ||
    (jointPain.test(candidate.code) &&
      jointDisease.test(other.code) &&
      region(candidate) === region(other) &&
      sameSide(candidate, other))
  );
}
