/**
 * What a visit of the demo practice should be coded with, as codes separated by blanks. `A|B`: either will do.
 * `E11*`: any code that begins so.
 */
export interface ExpectedCodes {
  /** Left out where the visit's own file names its codes: then those are required. */
  required?: string;
  /** Right to suggest, and right to leave out: statuses, long-term drugs, histories, conditions that are treated but not assessed. */
  allowed?: string;
  /** What a careless reading gives from a denied, possible, past or copied mention, another person or another side. */
  forbidden: string;
}

/**
 * One entry for each file in `data/demo/encounters`, judged under the ICD-10-CM Official Guidelines,
 * section IV, by reading; not by a certified coder.
 */
export const expectedOfDemo: Readonly<Record<string, ExpectedCodes>> = {
  '01-family-medicine-diabetes-kidney-knee.txt': {
    required: 'E11.22 N18.31 I12.9 E11.42 M17.11 E78.5 E66.812 Z68.35',
    allowed: 'Z79.84 Z87.891 Z79.82 Z28.21 R06.83 L84 Z85.828 Z91.148 Z88.2 Z82.49 Z80.3 Z83.3',
    forbidden: 'G47.3* K21* J18* C44* C50* Z79.4 E11.9 E87* N17* M17.12 M17.0 M25.5* I10 R60* S83*',
  },
  '02-pediatrics-asthma-ear.txt': {
    required: 'J45.31 H66.002 J06.9',
    allowed: 'Z91.148 B97.89 R09.02',
    forbidden: 'J18* J10* J11* L20* L30* H66.001 H66.003 H66.006 E1* J45.901 J45.909',
  },
  '03-cardiology-heart-failure-fibrillation.txt': {
    required: 'I11.0 I50.32 I48.19 I95.1|I95.2 E03.2 I34.0 E78.5 Z79.01',
    allowed: 'T46.2X5* Z79.84 Z79.899 R73.03 Z86.718 Z85.3 Z96.64* Z98.4*',
    forbidden: 'N17* J18* E87.6 E11* I82* N39.0 I21* I26* I10 E03.9 I50.30 I50.33 H26* C50* I48.91 I63*',
  },
  '04-pulmonology-copd-exacerbation.txt': {
    required: 'J44.1 J96.11|J96.21 R91.1 Z87.891',
    allowed: 'Z99.81 Z79.51 Z88.1 Z80.1',
    forbidden: 'J18* J45* C34* I50* U07.1 J10* J11* S22* A15* K40* I45.81 J44.9',
  },
  '05-endocrinology-type-1-pump.txt': {
    required: 'E10.65 E10.649 E10.3312 E10.3291 E06.3 Z96.41',
    allowed: 'Z79.4 E16.A2 E88.1* E65 L98.8 Z97.5 E03.8',
    forbidden: 'E11* F32* F33* G56* E10.1* E10.2* E10.4* E10.9 E10.641 K90.0 O*',
  },
  '06-gastroenterology-reflux-barrett.txt': {
    required: 'K21.9 K22.70 Z86.0101|Z86.0100|Z86.010 Z80.0 R19.5|R19.7',
    allowed: 'K44.9 E11.9 I10 Z79.84 Z87.891 Z88.0 T38.3X5A Z87.11 Z90.49',
    forbidden: 'C18* K90.0 K52.83* K25* K26* K27* R13* C15* K21.0* K22.71* K63.5 D12* R63* E66*',
  },
  '07-orthopedics-wrist-fracture-followup.txt': {
    required: 'S52.532D M85.88|M85.80',
    allowed: 'W01* W18* Y92* E03.9 Z78.0 Z79.890',
    forbidden: 'M81* S52.531* S52.532A S62* S82* E55* M80*',
  },
  '08-neurology-migraine-aura.txt': {
    required: 'G43.109',
    allowed: 'G43.829 Z79.3 Z30*',
    forbidden: 'G45* I63* F32* F33* G43.101 G43.11* G40* D68* I64* R47*',
  },
  '09-psychiatry-depression-anxiety-telehealth.txt': {
    required: 'F33.1 F41.1 F10.21',
    allowed: 'Z91.51 F12.10 F12.90 Z56.0',
    forbidden: 'F43* F31* F51* G47.0* T14.91* R45.851 F10.20 F32* F33.9 G43* F41.0',
  },
  '10-dermatology-actinic-melanoma-history.txt': {
    required: 'C44.629 L57.0 Z85.820 Z85.828 L82.1 D18.01',
    allowed: 'Z79.01 I48.91 Z08 Z80.8',
    forbidden: 'C43* D48* C44.3* D04* I87* D22* L85.8 L81*',
  },
  '11-obstetrics-gestational-diabetes.txt': {
    required: 'O24.410 O99.013 D50.9 O99.820 O99.613 K21.9 Z3A.28 Z23',
    allowed: 'O23.4* O09* R82.71 Z79.82 Z28.3*',
    forbidden: 'O44* O14* E11* O72* O24.1* O24.414 O24.415 Z34* Z3A.42 B01* N39.0',
  },
  '12-family-medicine-uti-telehealth.txt': {
    required: 'N30.01',
    allowed: 'B96.20 Z88.0 Z79.3',
    forbidden: 'N10 N12 N20* R31* N39.0 N30.00 R30* R53* Z87.442 A64 R10* R21',
  },
  '13-family-medicine-annual-wellness.txt': {
    required: 'Z00.00|Z00.01 M75.42 I25.10 I10 N40.1 Z23',
    allowed: 'R35.1 E78.5 M10.9 Z95.5 Z86.0101 Z86.0100 Z87.442 Z97.4 Z79.82 Z91.81 Z98.4* Z96.1',
    forbidden: 'J06.9 R05* Z01.81* M75.41 M75.1* I20* I25.11* N20* Z87.891 K63.5 Z80.3 F03*',
  },
  '14-pediatrics-well-child-eczema.txt': {
    required: 'Z00.121 L20.82 Z23',
    allowed: 'R01.0 Z29.3 Z68.52',
    forbidden: 'Z00.129 Z91.01* J21* R01.1 J30* K02*',
  },
  '15-cardiology-chest-pain-evaluation.txt': {
    required: 'R07.89 E78.00 E78.41 I10 F17.210 Z82.49 R12',
    allowed: 'Z91.1* T46.6X5* Z88.8',
    forbidden: 'I25* I20* K21* E78.2 E78.5 I21* I49* J30* E11*',
  },
  '16-gastroenterology-crohn-infusion.txt': {
    required: 'K50.80 Z79.620 E53.8 E61.1 M25.561 M25.562',
    allowed: 'Z90.49 Z86.718 Z88.8 D50.9',
    forbidden: 'K50.81* K50.9* K60* I82* M07* K51* M06* K85* A15* D51* L52',
  },
  '17-neurology-parkinson.txt': {
    required: 'G20.B2 G90.3 G47.52 R44.1 R29.6 K59.00',
    allowed: 'Z91.81 M81.0 Z79.83',
    forbidden: 'F02* F03* G31.84 G45* S72* I10 G20.A* H40* F32* R55',
  },
  '18-orthopedics-ankle-sprain.txt': {
    required: 'S93.411A S93.491A',
    allowed: 'W50* W51* W03* Y93.67 Y92* Y99.8 J45.990',
    forbidden: 'S93.43* S82* S83* S93.412* S93.492* S93.402* S92* M25.5* R20*',
  },
  '19-pulmonology-sleep-apnea.txt': {
    required: 'G47.33 E66.812|E66.01 Z68.39 R73.03 J31.0 I10',
    allowed: 'Z99.89 Z79.84 Z91.040 E03.9',
    forbidden: 'J45* J30* E66.2 G25.81 E11* R06.83 C73 R06.89',
  },
  '20-dermatology-psoriasis-arthropathy.txt': {
    required: 'L40.0 L40.51 K76.0 F17.210|Z72.0',
    allowed: 'L40.8* Z84.0 I10 Z11*',
    forbidden: 'M10* K74* E11* M32* A15* K70* M25.5* B18* J02* R73*',
  },
  '21-family-medicine-anemia-query.txt': {
    required: 'D64.9 N92.0 D25.1 J45.20',
    allowed: 'R53.83 F50.89',
    forbidden: 'D50* K92* D56* D62 C18* F32* R19.5 D63*',
  },
  '22-family-medicine-hyponatremia-query.txt': {
    required: 'I10 F41.9 M81.0',
    allowed: 'Z87.310 Z87.81 Z79.83 Z88.2 R26.81 R29.6 Z91.81 E03.9 H40.9',
    forbidden: 'E87* S72* M80* E22* R56* Z79.01',
  },
  '23-cardiology-heart-failure-query.txt': {
    required: 'I11.0 I50.9 I25.5 I25.10 I25.2 Z95.810',
    allowed: 'Z95.5 Z87.891 Z79.82 Z91.1* R79.89 Z79.84 E78.5 M10.9',
    forbidden: 'I50.2* I50.3* I50.4* N18* I34* I10 I21* I20* E11* I13*',
  },
  '24-neurology-carpal-tunnel.txt': { forbidden: 'M54* M50* E11* S63* G56.02 G56.03 O*' },
  '25-family-medicine-hypertension-coverage-ended.txt': {
    allowed: 'Z56* Z59* Z28.21 Z73.3',
    forbidden: 'R73* E11* K40* E78.5 E78.00 K21.0* I25*',
  },
  '26-orthopedics-knee-injection-two-coverages.txt': {
    allowed: 'Z88.1',
    forbidden: 'N18* M17.11 M17.0 E11* M25.5* M70.62 M54* Z96.652 Z96.653',
  },
  '27-neurology-mri-brain-held.txt': {
    allowed: 'M79.1* Z71.1',
    forbidden: 'G43* D49* C71* G96* G97* J02* B34* G44.2*',
  },
  '28-dermatology-warts-held.txt': { forbidden: 'E28* L20* F32* A63* L68* L30*' },
  '29-psychiatry-panic-sent.txt': {
    allowed: 'N95.1 N95.9',
    forbidden: 'I34* F40* F20* F31* F10* G47* F43* R45*',
  },
  '30-endocrinology-graves-sent.txt': {
    allowed: 'H06.2* Z79.899 Z87.891 Z86.15',
    forbidden: 'H47* E05.01 C73 A15* I10 Z22.7 E06*',
  },
  '31-family-medicine-shingles-rejected.txt': {
    allowed: 'Z88.5',
    forbidden: 'B02.2* B02.3* B02.7 B02.8 G43* R07* I25* I20* D25* B01*',
  },
  '32-cardiology-paroxysmal-fibrillation-rejected.txt': {
    allowed: 'N40* Z79.899',
    forbidden: 'U07.1 G47* Z01* I50* I25* E11* R07* R06* I63* H26* I48.1* I48.91',
  },
  '33-dermatology-skin-tags-denied.txt': { allowed: 'L82.1 Z41.1', forbidden: 'C44* L83 E11* D22*' },
  '34-cardiology-echo-denied.txt': {
    allowed: 'Z87.891',
    forbidden: 'I35.0 I35.2 I71* I33* I0* Q23* I34* I20* R55 R06*',
  },
  '35-orthopedics-frozen-shoulder-denied.txt': {
    allowed: 'E06.3',
    forbidden: 'M75.1* M75.01 S4* E11* M75.3* M25.5* M54*',
  },
  '36-pediatrics-well-child-paid.txt': {
    allowed: 'L81.3',
    forbidden: 'D57* S53* E10* I10 Q85* J45* H66* Z00.121',
  },
  '37-family-medicine-back-strain-paid.txt': {
    allowed: 'X50* Y92* Z87.891',
    forbidden: 'M51* C* I10 A15* R76* M54* R20* Z22.7',
  },
  '38-obstetrics-anatomy-scan-paid.txt': {
    allowed: 'O09* B95.1 Z22.330 O23.4*',
    forbidden: 'O44* O14* O24* Z34* O32* O21* E11* O10* O13* Q*',
  },
  '39-family-medicine-preventive-paid.txt': {
    allowed: 'I10 Z82.49 Z71.6 J30.2 Z12*',
    forbidden: 'Z00.00 I25* R07* E78.5 C* F32* K40* Z28*',
  },
  '40-gastroenterology-colitis-infusion-paid.txt': {
    allowed: 'Z79.899',
    forbidden: 'K51.01* C18* R11* L50* A15* B18* F17* M25.5* R50* R05*',
  },
  '41-cardiology-murmur-echo-deductible.txt': {
    forbidden: 'Q23* I34* Z91.0* R01* R06* R07* R55 N20* I09*',
  },
  '42-family-medicine-sinusitis-copay.txt': {
    allowed: 'E06.3 E10.3* Z97.5 Z79.4',
    forbidden: 'J18* E10.1* J45* U07* R51* E11* E10.9',
  },
  '43-orthopedics-shoulder-injection-coinsurance.txt': {
    allowed: 'M75.81 M75.101',
    forbidden: 'M75.0* M75.11* M75.12* E11* M75.42',
  },
  '44-endocrinology-thyroid-osteoporosis-copay.txt': {
    allowed: 'I48.91 Z85.82* T50*',
    forbidden: 'K90* C90* E21* M80* E05* K21* N20* S72* C43* C44* E03.9',
  },
  '45-pulmonology-spirometry-coinsurance.txt': {
    allowed: 'J43.9 R91.1 Z99.81 R94.2',
    forbidden: 'I27* J44.0 J44.1 C34* J45* J96.0* J96.2* J96.10 R06* R63*',
  },
  '46-dermatology-basal-cell-biopsy-billed.txt': {
    allowed: 'L82.1',
    forbidden: 'C43* D48* D49* C44.310 C44.311 E03* L70* L71.8 I78*',
  },
  '47-neurology-spells-eeg-billed.txt': {
    allowed: 'Z95.5 I10 N40* M10.9',
    forbidden: 'G40* G45* R55 S06* F0* S72* I25.11* R56*',
  },
  '48-psychiatry-depression-followup-billed.txt': {
    allowed: 'F12.10 F12.90 Z91.51',
    forbidden: 'F31* R45.851 T14.91* F32* F10.20 F10.1* G43* R11*',
  },
  '49-family-medicine-laceration-self-pay.txt': {
    allowed: 'F17.210 Z72.0 Y92* Y93* Y99*',
    forbidden: 'S51.811A S61* S56* S54* S51.822* S51.819A W0* S09*',
  },
};
