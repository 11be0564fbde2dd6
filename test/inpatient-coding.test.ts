import { codeRecord } from '@superbill/engines/coding';
import { isoDate, type Setting } from '@superbill/engines/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildEdition } from '../scripts/coding-editions.ts';
import { hasShared } from './shared.ts';

/** Rules that need the combination codes and notes of the official files. The records are invented. */
describe.skipIf(!hasShared)('records of stays and reports over the official files of FY2026', () => {
  let edition: Awaited<ReturnType<typeof buildEdition>>;
  beforeAll(async () => {
    edition = await buildEdition('official');
  }, 180_000);

  function codesOf(text: string, setting: Setting): string[] {
    if (!edition) return [];
    const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
    const record = { setting, date: isoDate('2026-03-01'), documents };
    return codeRecord(edition.search, record).suggestions.map(({ code }) => code);
  }

  const stays = (rows: { rule: string; text: string; codes: string[] }[]) =>
    test.each(rows)('$rule: $text', ({ text, codes }) => {
      expect(codesOf(`DISCHARGE SUMMARY\n${text}`, 'inpatient').sort()).toEqual([...codes].sort());
    });

  describe('infections', () => {
    stays([
      {
        rule: 'sepsis',
        text: 'Dx: Severe sepsis due to MSSA pneumonia',
        codes: ['A41.01', 'R65.20', 'J15.211'],
      },
      {
        rule: 'sepsis, organism from the blood',
        text: 'Blood cultures grew E. coli.\nDx: Septic shock; cellulitis of the left leg',
        codes: ['A41.51', 'R65.21', 'L03.116'],
      },
      { rule: 'sepsis denied', text: 'Sepsis was ruled out.\nDx: Cystitis', codes: ['N30.90'] },
      { rule: 'infection-organism', text: 'Urine culture: Klebsiella.\nDx: UTI', codes: ['N39.0', 'B96.1'] },
      {
        rule: 'infection-organism, named with it',
        text: 'Dx: Cellulitis of right leg, MRSA',
        codes: ['L03.115', 'B95.62'],
      },
      { rule: 'infection-organism, in the code', text: 'Dx: MRSA pneumonia', codes: ['J15.212'] },
      { rule: 'covid-manifestation', text: 'Dx: COVID-19 pneumonia', codes: ['U07.1', 'J12.82'] },
      { rule: 'lung-disease-with-infection', text: 'Dx: COPD; pneumonia', codes: ['J44.0', 'J18.9'] },
    ]);
  });

  describe('organs', () => {
    stays([
      { rule: 'acute-tubular-necrosis', text: 'Dx: AKI due to ATN', codes: ['N17.0'] },
      { rule: 'acute-tubular-necrosis denied', text: 'ATN ruled out.\nDx: AKI', codes: ['N17.9'] },
      {
        rule: 'gallstones',
        text: 'Dx: Acute cholecystitis with cholelithiasis and choledocholithiasis',
        codes: ['K80.62'],
      },
      { rule: 'gallstones, none in the duct', text: 'Dx: Gallstones', codes: ['K80.20'] },
      { rule: 'diverticular-disease', text: 'Hematochezia.\nDx: Diverticular bleed', codes: ['K57.31'] },
      { rule: 'diverticular-disease', text: 'Dx: Sigmoid diverticulitis with abscess', codes: ['K57.20'] },
      {
        rule: 'heart-failure-kind',
        text: 'Dx: Acute decompensated heart failure with preserved EF',
        codes: ['I50.33'],
      },
      { rule: 'intestinal-obstruction', text: 'Dx: Partial SBO due to adhesions', codes: ['K56.51'] },
      {
        rule: 'osteoporotic-fracture',
        text: 'Dx: Osteoporotic compression fracture of T12',
        codes: ['M80.08XA'],
      },
      {
        rule: 'respiratory-failure-kind',
        text: 'Dx: Acute on chronic hypoxemic respiratory failure',
        codes: ['J96.21'],
      },
      {
        rule: 'varices-with-cirrhosis',
        text: 'Dx: Alcoholic cirrhosis without ascites; bleeding esophageal varices',
        codes: ['K70.30', 'I85.11'],
      },
      { rule: 'postoperative-ileus', text: 'Dx: Postoperative ileus', codes: ['K91.89', 'K56.7'] },
      {
        rule: 'prostate-retention',
        text: 'Dx: BPH with urinary obstruction; acute urinary retention',
        codes: ['N40.1', 'N13.8', 'R33.8'],
      },
      {
        rule: 'stroke-detail, hemiplegia-dominance',
        text: 'Dx: Ischemic stroke, right MCA, cardioembolic; left hemiparesis',
        codes: ['I63.411', 'G81.94'],
      },
      {
        rule: 'pressure-ulcers',
        text: 'Dx: Pressure ulcers: sacrum stage 4, right heel unstageable',
        codes: ['L89.154', 'L89.610'],
      },
      {
        rule: 'detail-elsewhere',
        text: 'Swallow study: oropharyngeal dysphagia.\nDx: Dysphagia',
        codes: ['R13.12'],
      },
    ]);
  });

  describe('injuries, substances, growths', () => {
    stays([
      {
        rule: 'open-fracture, fracture-detail',
        text: 'Gustilo type IIIB, displaced comminuted fracture of tibia and fibula.\nDx: Open fracture of shaft of right tibia and fibula',
        codes: ['S82.251C', 'S82.451C'],
      },
      {
        rule: 'fracture-detail, femur',
        text: 'Dx: Right intertrochanteric hip fracture',
        codes: ['S72.141A'],
      },
      {
        rule: 'poisoning-intent',
        text: 'Dx: Intentional sertraline overdose; major depression, single episode, severe',
        codes: ['T43.222A', 'F32.2'],
      },
      {
        rule: 'neutropenic-fever',
        text: 'Dx: Febrile neutropenia; right breast cancer',
        codes: ['D70.9', 'R50.81', 'C50.911'],
      },
      {
        rule: 'device-infection',
        text: 'Wound culture MSSA.\nDx: Prosthetic joint infection, left knee',
        codes: ['T84.54XA', 'B95.61'],
      },
      {
        rule: 'metastases, the primary before them',
        text: 'Dx: Pancreatic cancer metastatic to liver',
        codes: ['C25.9', 'C78.7'],
      },
      { rule: 'substance-severity', text: 'Dx: Methamphetamine use disorder, severe', codes: ['F15.20'] },
      { rule: 'substance-severity', text: 'Dx: Mild cannabis use disorder', codes: ['F12.10'] },
      {
        rule: 'alcohol-withdrawal',
        text: 'Dx: Alcohol withdrawal delirium, severe alcohol use disorder',
        codes: ['F10.231'],
      },
      {
        rule: 'metastases',
        text: 'Dx: Sigmoid colon cancer with regional lymph node and liver mets',
        codes: ['C18.7', 'C77.2', 'C78.7'],
      },
      { rule: 'leukemia-remission', text: 'Dx: Acute myeloid leukemia in remission', codes: ['C92.01'] },
      {
        rule: 'antineoplastic-encounter',
        text: 'Dx: Admission for chemotherapy; cancer of head of pancreas',
        codes: ['Z51.11', 'C25.0'],
      },
      {
        rule: 'graft-versus-host',
        text: 'Dx: Acute GVHD after allogeneic bone marrow transplant',
        codes: ['T86.09', 'D89.810'],
      },
    ]);
  });

  describe('births', () => {
    stays([
      {
        rule: 'delivery',
        text: '28F G2P1 34w2d, SVD of a live girl.\nDx: Preterm labor with preterm delivery; GBS carrier; 1st degree perineal laceration',
        codes: ['O60.14X0', 'O99.824', 'O70.0', 'Z37.0', 'Z3A.34'],
      },
      {
        rule: 'delivery, in childbirth',
        text: '29F G1P1 delivered at 36w4d by c-section.\nDx: Severe preeclampsia; single liveborn',
        codes: ['O14.14', 'Z37.0', 'Z3A.36'],
      },
      {
        rule: 'newborn',
        text: 'NICU. Boy born at 34w2d by vaginal delivery, BW 2100 g.\nDx: Preterm infant; respiratory distress syndrome',
        codes: ['Z38.00', 'P07.18', 'P07.37', 'P22.0'],
      },
    ]);
  });

  describe('reports', () => {
    test.each([
      {
        rule: 'screening-report',
        text: 'SCREENING MAMMOGRAM\nMother breast cancer at 58.\nImpression: Heterogeneously dense breasts.',
        codes: ['Z12.31', 'R92.333', 'Z80.3'],
      },
      {
        rule: 'screening-report, surveillance',
        text: 'COLONOSCOPY\nIndication: surveillance, history of colon polyps.\nImpression: Normal exam.',
        codes: ['Z12.11', 'Z86.0100'],
      },
      {
        rule: 'no screening',
        text: 'COLONOSCOPY\nIndication: diarrhea.\nImpression: Normal exam.',
        codes: ['R19.7'],
      },
      {
        rule: 'site-from-label',
        text: 'DERMATOPATHOLOGY\nA. Left cheek, shave: Basal cell carcinoma.',
        codes: ['C44.319'],
      },
      {
        rule: 'indication of a normal study',
        text: 'CXR\nInd: dyspnea\nImpr: No acute process.',
        codes: ['R06.00'],
      },
      {
        rule: 'receptor-status',
        text: 'PATHOLOGY\nDiagnosis: Carcinoma of right breast, ER positive.',
        codes: ['C50.911', 'Z17.0'],
      },
    ])('$rule: $text', ({ text, codes }) => {
      expect(codesOf(text, 'outpatient').sort()).toEqual([...codes].sort());
    });
  });
});
