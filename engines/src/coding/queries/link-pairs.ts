/** Two conditions, or a condition and a treatment, whose code together depends on the provider's word for it. */
export interface LinkPair {
  /** What came of it. */
  effect: RegExp;
  /** What it may have come of: a coded diagnosis, or words of the record. */
  cause: RegExp | { words: RegExp };
  /** Not asked beside these codes: the link is there, or presumed. */
  unless?: RegExp;
  /** Not asked where the record says one of these. */
  unlessSaid?: RegExp;
  only?: 'inpatient';
  /** Words like `due to` speak of something else beside the effect, as of a fall beside a fracture. */
  causedOtherwise?: true;
  importance: number;
  /** Where it is written that the link is the provider's to make. */
  source: string;
  options: readonly string[];
}

const unrelated = (what: string) => `${what} of another cause (please name it)`;

/**
 * Links that ICD-10-CM does not presume. What its index lists under `with` (diabetes with neuropathy, osteomyelitis or
 * foot ulcer; hypertension with heart failure or kidney disease) is coded together without a question (I.A.15).
 */
export const linkPairs: readonly LinkPair[] = [
  {
    effect: /^(?:N17|J96\.[02]|G93\.4|D65|D69\.6|K72\.0|R57\.9|I95\.9)/,
    cause: /^(?:A4[01]|A02\.1|A22\.7|B37\.7|O85|T81\.44)/,
    unless: /^R65\.2/,
    importance: 4,
    source: 'ICD-10-CM Official Guidelines I.C.1.d.1.a.iii',
    options: [
      'An acute organ dysfunction due to sepsis',
      'Due to another cause, not to sepsis (please name it)',
    ],
  },
  {
    effect: /^(?:D64\.9|D63\.8)$/,
    cause: /^(?:N18\.(?:[3-6]|9)|I12|I13|E1[013]\.22)/,
    unless: /^(?:D50|D62|D63\.1)/,
    importance: 3,
    source: 'ICD-10-CM D63.1',
    options: [
      'Anemia due to chronic kidney disease',
      'Iron deficiency anemia (please state the cause)',
      unrelated('Anemia'),
    ],
  },
  {
    effect: /^(?:D64\.9|D63\.8)$/,
    cause: /^C(?!44)/,
    unless: /^(?:D63\.0|D64\.81|D50|D62)/,
    importance: 3,
    source: 'ICD-10-CM Official Guidelines I.C.2.c',
    options: ['Anemia due to the malignancy', 'Anemia due to antineoplastic treatment', unrelated('Anemia')],
  },
  {
    effect: /^G93\.4[019]$/,
    cause: /^(?:K72|K7[034]|K76\.[67]|B1[5-9])/,
    unless: /^K76\.82/,
    importance: 3,
    source: 'ICD-10-CM K76.82',
    options: [
      'Hepatic encephalopathy',
      'Metabolic encephalopathy of another cause (please name it)',
      'Toxic encephalopathy (please name the substance)',
    ],
  },
  {
    effect: /^(?:K92\.[012]|K62\.5|R04|R31|I6[0-2]|N93|K2[5-8]\.[0246]|R58|K66\.1|M79\.81)/,
    cause: {
      words:
        /\b(?:warfarin|coumadin|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|heparin (?:drip|infusion)|enoxaparin|lovenox)\b/i,
    },
    unless: /^(?:D68\.32|T45\.51)/,
    unlessSaid: /(?:no|not on|never on|off) (?:anti-?coag|blood thinner)/i,
    importance: 3,
    source: 'ICD-10-CM D68.32 and Official Guidelines I.C.19.e.5.a',
    options: [
      'Bleeding due to the anticoagulant, taken as prescribed',
      'Bleeding due to the anticoagulant, not taken as prescribed',
      'Bleeding of another cause, not due to the anticoagulant (please name it)',
    ],
  },
  {
    effect: /^K2[5-8]/,
    cause: {
      words:
        /\b(?:nsaids?|ibuprofen|naproxen|aleve|advil|motrin|meloxicam|ketorolac|diclofenac|indomethacin)\b/i,
    },
    unless: /^T39/,
    unlessSaid: /(?:no|denies|avoid\w{0,8}|without) (?:any )?(?:nsaid|ibuprofen|naproxen)/i,
    importance: 2,
    source: 'ICD-10-CM Official Guidelines I.C.19.e.5.a',
    options: [
      'Ulcer due to the drug, taken as directed',
      'Ulcer due to Helicobacter pylori',
      unrelated('Ulcer'),
    ],
  },
  {
    effect: /^K56\.[07]$/,
    cause: {
      words:
        /\b(?:pod ?#?\d|post-?op(?:erative(?:ly)?)?|after surgery|s\/p [a-z ]{0,20}(?:ectomy|resection))\b/i,
    },
    unless: /^K91\.(?:89|3)/,
    only: 'inpatient',
    importance: 3,
    source: 'ICD-10-CM Official Guidelines I.B.16',
    options: [
      'Ileus as a complication of the surgery',
      'Ileus as expected after this surgery',
      unrelated('Ileus'),
    ],
  },
  {
    effect: /^(?:D62|D64\.9)$/,
    cause: { words: /\b(?:pod ?#?\d|post-?op(?:erative(?:ly)?)?|after surgery)\b/i },
    unless: /^D(?:63|50)/,
    unlessSaid:
      /blood loss anemia (?:due|from|2\/2|secondary|as expected)|(?:expected|anticipated) blood loss|due to (?:the )?fracture|post-?op\w{0,12} (?:acute )?(?:blood loss )?anemia/i,
    only: 'inpatient',
    importance: 2,
    source: 'ICD-10-CM Official Guidelines I.B.16',
    options: [
      'Anemia due to expected blood loss of the surgery',
      'Anemia due to a complication of the surgery',
      unrelated('Anemia'),
    ],
  },
  {
    effect: /^(?:N39\.0|N30\.0|A41|R78\.81|N10)/,
    cause: {
      words:
        /\b(?:indwelling (?:urinary )?catheter|chronic foley|foley (?:catheter )?(?:in place|placed|present)|suprapubic (?:catheter|tube)|nephrostomy|central line|picc|port-?a-?cath|tunneled catheter|dialysis catheter)\b/i,
    },
    unless: /^T8[0-5]/,
    importance: 3,
    source: 'ICD-10-CM Official Guidelines I.B.16 and I.C.1.d.5.b',
    options: ['Infection due to the device', 'Infection not due to the device'],
  },
  {
    effect: /^J(?:1[5-8])/,
    cause: {
      words:
        /\b(?:(?:ventilator|vent) day|mechanically ventilated for|intubated (?:for )?\d+ days|on the ventilator (?:for|since))\b/i,
    },
    unless: /^J95\.851/,
    unlessSaid: /\bvap\b|ventilator[- ]associated|before intubation/i,
    only: 'inpatient',
    importance: 3,
    source: 'ICD-10-CM Official Guidelines I.C.10.d.1',
    options: [
      'Ventilator-associated pneumonia',
      'Pneumonia present before ventilation',
      unrelated('Pneumonia'),
    ],
  },
  {
    effect: /^H35\.0(?:0|9)/,
    cause: /^I1[0-5]/,
    unless: /^(?:H35\.03|E1[013]\.3|E0[89]\.3)/,
    importance: 1,
    source: 'ICD-10-CM Official Guidelines I.C.9.a.5',
    options: ['Hypertensive retinopathy (please state the side)', unrelated('Retinopathy')],
  },
  {
    effect: /^K85\.9/,
    cause: /^(?:F10|K80)/,
    unless: /^K85\.[123]/,
    importance: 2,
    source: 'ICD-10-CM K85.1, K85.2',
    options: ['Pancreatitis due to alcohol', 'Pancreatitis due to gallstones', unrelated('Pancreatitis')],
  },
  {
    effect: /^K74\.6/,
    cause: /^F10/,
    unless: /^K70/,
    importance: 2,
    source: 'ICD-10-CM K70.3',
    options: ['Cirrhosis due to alcohol', unrelated('Cirrhosis')],
  },
  {
    effect: /^(?:S[2357]2|S22\.0|S32\.0|M48\.5|M84\.4)/,
    cause: /^M81/,
    unless: /^M80/,
    unlessSaid: /traumatic fracture|fracture felt traumatic|not osteoporotic|high[- ]energy|\bmva\b|\bmvc\b/i,
    importance: 3,
    source: 'ICD-10-CM Official Guidelines I.C.13.d.2',
    options: ['Pathological fracture due to osteoporosis', 'Traumatic fracture, not due to osteoporosis'],
  },
  {
    effect: /^G8[13]\./,
    cause: /^Z86\.73/,
    unless: /^I69/,
    importance: 2,
    source: 'ICD-10-CM Official Guidelines I.C.9.d.1',
    options: ['A residual of the stroke in the past', 'Part of a new stroke', unrelated('Weakness')],
  },
  {
    effect: /^G62\.9$/,
    cause: /^(?:F10\.[12]|Z51\.11|E53\.8|E51)/,
    unless: /^(?:E1[013]|G62\.[0128])/,
    importance: 1,
    source: 'ICD-10-CM G62',
    options: [
      'Neuropathy due to alcohol',
      'Neuropathy due to a drug (please name it)',
      'Neuropathy due to a vitamin deficiency (please name it)',
      unrelated('Neuropathy'),
    ],
  },
];
