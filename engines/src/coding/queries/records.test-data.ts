import type { DocumentKind, Setting } from '../../model/index.ts';

/** An invented record and the questions it should raise. */
export interface QueryRecord {
  setting: Setting;
  /** One text is a note; several are documents of a kind each. */
  text: string | readonly (readonly [DocumentKind, string])[];
  /** `trigger: a word of the question`; none where nothing should be asked. */
  asks: readonly string[];
}

const visit = (text: QueryRecord['text'], ...asks: string[]): QueryRecord => ({
  setting: 'outpatient',
  text,
  asks,
});
const stay = (text: QueryRecord['text'], ...asks: string[]): QueryRecord => ({
  setting: 'inpatient',
  text,
  asks,
});

/**
 * Written before the triggers were measured on them; those at even places were looked at while the triggers were tuned, those
 * at odd places only counted.
 */
export const queryRecords: readonly QueryRecord[] = [
  // Values without a diagnosis.
  visit(
    '62M with gout flare.\nLabs: Na 126 (L), K 4.1, Cr 0.9\nA: acute gout, right great toe. Colchicine.',
    'indicator-without-diagnosis: sodium 126',
  ),
  visit(
    'CC: fatigue. 51F.\nLabs: TSH 18.4 mIU/L (0.4-4.5) H, Hgb 13.2\nA/P: 1. Fatigue. Recheck in 6 weeks.',
    'indicator-without-diagnosis: TSH 18.4',
  ),
  visit(
    'HPI: annual labs back. 58M, feels fine.\nResults: A1c 8.1 %, LDL 112\nAssessment:\n1. Seborrheic keratosis',
    'indicator-without-diagnosis: A1c 8.1',
  ),
  visit(
    '70F, knee follow up.\nK was 2.8 this morning.\nA: Primary osteoarthritis of right knee. Injection given.',
    'indicator-without-diagnosis: potassium 2.8',
  ),
  visit(
    '45M tired, snores. Home sleep study: AHI 34 events/h.\nA: Fatigue. Refer to sleep clinic.',
    'indicator-without-diagnosis: apnea',
  ),
  visit(
    '33F postpartum check done, not pregnant now, here for low mood. PHQ-9: 19.\nA: 1. Insomnia. Trazodone 50 mg.',
    'indicator-without-diagnosis: PHQ-9 19',
  ),
  visit('68F DEXA: T-score -3.1 at the hip.\nA: Low back pain. PT.', 'indicator-without-diagnosis: T-score'),
  visit(
    '55M. Echo: LVEF 30 %.\nA: Palpitations, start metoprolol.',
    'indicator-without-diagnosis: ejection fraction 30',
  ),
  stay(
    'HPI: 71M admitted with left hip pain after a fall.\nLabs: creatinine 0.9 on admission → 1.7 on day 3 after ketorolac, BUN 34.\nHospital course: fluids given, ketorolac stopped.\nDischarge diagnosis: contusion of left hip',
    'indicator-without-diagnosis: creatinine 1.7',
  ),
  stay(
    '64F. Hgb 13.1 on admission, 8.4 on POD 2. Observed, iron started.\nDischarge diagnosis: Primary osteoarthritis of left knee, status post total knee arthroplasty',
    'indicator-without-diagnosis: hemoglobin 8.4',
  ),
  stay(
    '80M from nursing home. T 39.1, HR 122, RR 26, WBC 19.4, lactate 3.1. Ceftriaxone, 30 mL/kg fluids.\nFinal diagnosis: Acute pyelonephritis',
    'indicator-without-diagnosis: heart rate 122',
  ),
  stay(
    '77F. SpO2 82 % on room air, RR 30, placed on HFNC 40 L. IV furosemide.\nDischarge diagnosis: Acute on chronic diastolic heart failure',
    'indicator-without-diagnosis: 82 %',
  ),
  stay(
    '59M fall with long lie. CK 14,200 U/L, Cr 1.0, fluids at 200 mL/h.\nDischarge diagnosis: Contusion of right thigh',
    'indicator-without-diagnosis: creatine kinase',
  ),
  stay(
    '66F with chest tightness. Troponin 0.04, then 2.9 ng/mL. Heparin drip, cath planned.\nDischarge diagnosis: Chest pain',
    'indicator-without-diagnosis: troponin 2.9',
  ),
  stay(
    [
      ['note', 'Fell from bed. Left wrist sprain, splinted.\nFinal diagnosis: sprain of left wrist'],
      ['report', 'CT CHEST\nIMPRESSION: Acute pulmonary embolism in the right lower lobe artery.'],
    ],
    'indicator-without-diagnosis: ulmonary embolism',
  ),
  visit(
    [
      ['note', 'Cough for 3 weeks, 67M smoker.\nA: acute bronchitis. Inhaler.'],
      [
        'report',
        'CHEST CT\nIMPRESSION: Spiculated mass of the left upper lobe, adenocarcinoma of lung by needle biopsy.',
      ],
    ],
    'indicator-without-diagnosis: denocarcinoma',
  ),
  stay(
    [
      ['note', '84M, hip pain.\nDischarge diagnosis: trochanteric bursitis, right hip'],
      [
        'result',
        'Platelets 38 10*3/uL (150-400) L\nHemoglobin 13.4 g/dL (13.5-17.5) L\nSodium 137 mmol/L (136-145)',
      ],
    ],
    'indicator-without-diagnosis: platelets 38',
  ),
  visit(
    [
      [
        'note',
        '29F at 31 weeks gestation, feels well. BP 152/98, repeat 148/96.\nA: 1. Supervision of pregnancy, third trimester',
      ],
    ],
    'indicator-without-diagnosis: 152/98',
  ),

  // Detail that is missing.
  visit(
    'A: 1. CHF, increase furosemide to 80.\nEcho last week: EF 28 %. BNP 1400.',
    'axis-missing: heart failure',
  ),
  visit('eGFR 38.\nAssessment:\n1. Chronic kidney disease, avoid NSAIDs', 'axis-missing: stage'),
  visit('Assessment:\n1. Atrial fibrillation, on apixaban, rate controlled', 'axis-missing: fibrillation'),
  visit('CC: knee pain.\nAssessment: Osteoarthritis of knee. Injection today.', 'axis-missing: side'),
  visit('PHQ-9 16 today, up from 9.\nA: Depression, increase sertraline to 100.', 'axis-missing: depression'),
  stay(
    'Wound nurse: sacrum open, 4 x 3 cm.\nDischarge diagnoses:\n1. Pressure ulcer of sacral region\n2. Dementia, Alzheimer type',
    'axis-missing: stage',
  ),
  stay(
    'RD: eats 30 % of meals, BMI 17.9.\nFinal diagnosis: 1. Protein calorie malnutrition 2. Dysphagia, oropharyngeal phase',
    'axis-missing: malnutrition',
  ),
  stay(
    'ABG pH 7.24, pCO2 71 on BiPAP.\nDischarge diagnosis: Acute respiratory failure, COPD exacerbation',
    'axis-missing: hypercapnia',
  ),
  stay(
    '88F confused on arrival, Na 136, cleared with fluids and antibiotics.\nFinal diagnosis: 1. Encephalopathy 2. Urinary tract infection',
    'axis-missing: encephalopathy',
  ),
  stay(
    'Failed swallow study. Vancomycin and cefepime started.\nDischarge diagnosis: 1. Pneumonia 2. Parkinson disease',
    'axis-missing: pneumonia',
  ),
  stay(
    'MRI shows acute infarct.\nDischarge diagnosis: Acute ischemic stroke, aspirin and statin started',
    'axis-missing: stroke',
  ),
  visit('A: 1. Type 2 diabetes. A1c 11.2 %. Increase metformin, add glargine.', 'axis-missing: control'),
  visit('A: Anemia, ferrous sulfate.\nLabs: Hgb 8.9, MCV 72, ferritin 5', 'axis-missing: anemia'),

  // Diagnoses that the values do not show.
  stay(
    '81F. T 36.8, HR 78, RR 16, WBC 7.2, lactate 1.1. UA positive. Ceftriaxone for 3 days.\nDischarge diagnosis: 1. Sepsis 2. Urinary tract infection',
    'diagnosis-without-indicator: Sepsis',
  ),
  stay(
    'Cr 0.8 on arrival, 0.9 at discharge.\nDischarge diagnosis: 1. Acute kidney injury 2. Gastroenteritis',
    'diagnosis-without-indicator: cute kidney injury',
  ),
  visit(
    [
      ['note', 'A: 1. Hyponatremia 2. Hypertension, continue amlodipine'],
      ['result', 'Sodium 141 mmol/L (136-145)'],
    ],
    'diagnosis-without-indicator: sodium 141',
  ),
  stay(
    'SpO2 98 % on room air, RR 16, lungs clear.\nDischarge diagnosis: 1. Acute hypoxic respiratory failure 2. Influenza A',
    'diagnosis-without-indicator: respiratory failure',
  ),
  stay(
    'GCS 15, alert and oriented x4 throughout.\nDischarge diagnosis: 1. Metabolic encephalopathy 2. Cystitis',
    'diagnosis-without-indicator: encephalopathy',
  ),

  // Treatments that nothing explains.
  visit(
    'Meds: levothyroxine 88 mcg, vitamin C.\nA: Plantar fasciitis, right. Stretching.',
    'treatment-without-diagnosis: levothyroxine',
  ),
  visit(
    'Current medications: apixaban 5 mg bid\nPMH: none\nA: Contact dermatitis of hands.',
    'treatment-without-diagnosis: apixaban',
  ),
  visit(
    'Takes donepezil 10 mg nightly.\nA: 1. Hypertension, stable.',
    'treatment-without-diagnosis: donepezil',
  ),
  stay(
    'Started on norepinephrine overnight, off by morning.\nDischarge diagnosis: Acute appendicitis, status post appendectomy',
    'treatment-without-diagnosis: norepinephrine',
  ),
  stay(
    'Transfused 2 units PRBC on day 2.\nDischarge diagnosis: Closed fracture of left femoral neck, s/p hemiarthroplasty',
    'treatment-without-diagnosis: units',
  ),
  stay(
    'Meropenem 1 g q8h days 1 to 7.\nDischarge diagnosis: Hypertension',
    'treatment-without-diagnosis: eropenem',
  ),
  visit(
    'Continue methotrexate 15 mg weekly and folic acid.\nA: 1. GERD',
    'treatment-without-diagnosis: methotrexate',
  ),

  // Places that disagree.
  visit(
    'CC: left knee pain for a month.\nHPI: the left knee swells after walking.\nA: Osteoarthritis of right knee, injection.',
    'conflict: right',
  ),
  visit(
    [
      [
        'note',
        'HPI: 40M with type 1 diabetes since age 12, on a pump.\nA: 1. Type 2 diabetes mellitus, A1c 7.1',
      ],
    ],
    'conflict: ype 1',
  ),
  stay(
    [
      ['note', 'Discharge diagnosis: 1. Pneumonia 2. COPD'],
      ['report', 'CHEST X-RAY\nIMPRESSION: No pneumonia.'],
    ],
    'conflict: o pneumonia',
  ),
  stay(
    [
      [
        'note',
        'ATTENDING DISCHARGE SUMMARY\nDischarge diagnosis: 1. Chronic kidney disease stage 3a 2. Cellulitis of left leg',
      ],
      ['note', 'NEPHROLOGY CONSULT\nAssessment: 1. Chronic kidney disease stage 4'],
    ],
    'conflict: stage 4',
  ),
  stay(
    [
      ['note', 'Discharge diagnosis: Acute systolic heart failure'],
      ['note', 'CARDIOLOGY CONSULT\nImpression: Acute diastolic heart failure'],
    ],
    'conflict: diastolic',
  ),

  // Links that nobody states.
  stay(
    'Lactate 4.4. MAP 60, fluids.\nDischarge diagnoses:\n1. Sepsis, E. coli\n2. Acute kidney injury, creatinine 2.4 from 0.9\n3. Acute pyelonephritis',
    'link-not-stated: kidney',
  ),
  visit('Hgb 9.6, ferritin 240.\nAssessment:\n1. Anemia\n2. CKD stage 4', 'link-not-stated: nemia'),
  stay(
    'On warfarin for a mechanical valve, INR 3.8.\nDischarge diagnoses: 1. Gastrointestinal hemorrhage 2. Mechanical mitral valve',
    'link-not-stated: warfarin',
  ),
  stay(
    'Chronic Foley.\nDischarge diagnosis: 1. Urinary tract infection 2. Paraplegia',
    'link-not-stated: oley',
  ),
  visit(
    'Fell from standing height.\nA: 1. Closed fracture of left distal radius 2. Osteoporosis, on alendronate',
    'link-not-stated: steoporosis',
  ),

  // Nothing to ask.
  visit('62M.\nLabs: Na 134 (L), K 3.4, Cr 1.2, glucose 131\nA: Acute gout, right great toe.'),
  visit('Nausea and vomiting since 10 k run, K 4.0, Na 139.\nA: Viral gastroenteritis.'),
  visit('A: 1. Hyponatremia, Na 126, thiazide stopped.'),
  visit('Na 126, no hyponatremia symptoms, chronic SIADH known.\nA: Gout, left ankle'),
  visit('Goal A1c < 7, keep K > 4.\nA: 1. Migraine without aura, not intractable'),
  visit('6 yo boy. HR 122, RR 26, BP 98/58, temp 98.8 F, WBC 13.\nA: Acute otitis media, right ear.'),
  visit(
    '29F at 22 weeks gestation. Hgb 10.8, Cr 0.5, HR 104, WBC 13.2. BP 112/70\nA: Supervision of normal first pregnancy, second trimester',
  ),
  visit('FH: mother TSH 40 and on levothyroxine; father A1c 9.\nA: Tension headache.'),
  visit(
    'UA: glucose 500, WBC 40/hpf, pH 7.5, protein 100.\nUrine sodium 20.\nA: Acute cystitis without hematuria',
  ),
  visit(
    'Meds: potassium chloride 20 mEq, calcium 600 mg, magnesium 400 mg, vitamin D 50,000 units weekly, metformin.\nPMH: prediabetes\nA: Rotator cuff strain, right shoulder',
  ),
  visit(
    'PMH: hypothyroidism, HLD, afib (paroxysmal), depression in remission\nMeds: levothyroxine, atorvastatin, apixaban, sertraline\nA: Carpal tunnel syndrome, right.',
  ),
  visit('Meds: gabapentin 300, propranolol 20, prednisone 5, amitriptyline 10.\nA: Low back pain, chronic.'),
  visit('Allergies: warfarin (rash). Stopped keppra years ago.\nA: Allergic rhinitis'),
  visit(
    'A: 1. Chronic systolic heart failure, EF 30 % 2. CKD stage 3b, eGFR 38 3. Permanent atrial fibrillation on warfarin',
  ),
  visit(
    'HPI: left knee pain, worse on stairs.\nExam: right knee normal. Left knee effusion.\nA: Osteoarthritis of left knee',
  ),
  visit(
    'HPI: pain in the right shoulder; the left shoulder was operated in 2019.\nA: Rotator cuff tear, right shoulder',
  ),
  visit('Assessment: Osteoarthritis of both knees. Injection of the right knee today.\nHPI: right knee pain'),
  visit('A: 1. Possible pneumonia, chest film ordered 2. Cough'),
  visit('Possible gout. R/o septic joint. Uric acid 7.4\nA: Pain in left ankle'),
  visit('A: 1. Type 2 diabetes with polyneuropathy 2. Hypertension with CKD stage 3a'),
  visit('Cr 1.9 (baseline 1.8). A: CKD stage 3b, stable'),
  visit('A: Moderate persistent asthma, uncomplicated. SpO2 97 %. Symbicort continued.'),
  visit('BMI 31.2, BP 138/84.\nA: 1. Plantar wart, left foot. Cryotherapy.'),
  visit(
    'Phone 503-555-0128. Appt 10/12 at 8:30. Room 120. Pt lives 140 miles away.\nA: Ingrown nail, left great toe',
  ),
  stay(
    'Na 128 on admission (hyponatremia due to thiazide), K 3.1 (hypokalemia, repleted), Cr 0.9.\nDischarge diagnoses: 1. Hyponatremia 2. Hypokalemia 3. Hypertension',
  ),
  stay(
    'T 39.0, HR 118, WBC 18, lactate 3.2, Cr 2.1 from 0.9.\nDischarge diagnosis: Severe sepsis due to pneumonia due to MRSA with acute kidney injury due to sepsis',
  ),
  stay(
    'Sepsis was considered and ruled out. T 38.6, HR 112, RR 24, WBC 15.\nDischarge diagnosis: Acute pyelonephritis',
  ),
  stay(
    'Intubated for airway protection, hypoxic respiratory failure. pH 7.2, pCO2 60.\nDischarge diagnosis: Acute respiratory failure with hypoxia and hypercapnia; overdose of fentanyl, accidental',
  ),
  stay(
    'EGD: duodenal ulcer due to naproxen taken as prescribed. Hgb 7.1, transfused 2 units PRBC.\nDischarge diagnosis: Bleeding duodenal ulcer due to NSAID; acute blood loss anemia due to the ulcer',
  ),
  stay(
    'No fever. WBC 8. Na 139, K 4.2, Cr 0.8, Hgb 13.5, BP 128/76, SpO2 98 % RA.\nDischarge diagnosis: Closed displaced fracture of left femoral neck, fall at home',
  ),
  stay([
    ['note', 'Discharge diagnosis: Pneumonia due to Streptococcus pneumoniae, right lower lobe'],
    ['report', 'IMPRESSION: Right lower lobe pneumonia. No pneumothorax, no effusion.'],
  ]),
  stay([
    ['note', 'Discharge diagnosis: NSTEMI, CAD'],
    ['report', 'CT HEAD\nIMPRESSION: No acute infarct, no hemorrhage.'],
    ['result', 'Troponin 4.2 ng/mL (<0.04) H'],
  ]),
  visit([
    ['note', 'A: Gout, right foot'],
    ['result', 'Hemoglobin 11.8 g/dL (12.0-15.5) L\nPlatelets 142 10*3/uL (150-400) L\nALT 52 U/L (7-40) H'],
  ]),
  visit([
    ['note', 'A: Benign positional vertigo, right ear'],
    ['result', 'Sodium 128 mmol/L (125-135)\nPotassium 3.2 mmol/L (3.0-4.8)'],
  ]),
  visit('Statin discussed, declined. LDL 142.\nA: 1. Annual physical, normal'),
];
