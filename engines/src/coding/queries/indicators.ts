import type { Subject } from './asking.ts';
import type { AnalyteId } from './values/analytes.ts';

/** A limit that a value lies clearly beyond, and what it may mean. */
export interface Indicator {
  id: AnalyteId;
  /** One of both. */
  below?: number;
  above?: number;
  /** Beyond this a value is dangerous by itself, and its question comes first. */
  critical?: number;
  /** Usual in adults, for a record that prints no range of its own. */
  reference: string;
  /** One question is asked about each subject. */
  subject: string;
  importance: number;
  explainedBy: Subject;
  /** Diagnoses that fit the value, for the physician to choose from. */
  options: readonly string[];
  only?: 'inpatient';
  /** Beyond this the value is asked about in pregnancy too, where other limits hold. */
  inPregnancy?: number;
  /** The record's own range may ask for it too: a quarter of its width beyond. */
  byOwnRange?: true;
}

const kidneySubject: Subject = {
  codes: /^(?:N0[0-8]|N1[789]|I1[23]|E(?:08|09|10|11|13)\.2|R94\.4|R34|Z99\.2|Z94\.0|Z90\.5|Q61)/,
  words:
    /\b(?:aki|ckd|esrd|eskd|arf|arf|atn)\b|renal (?:failure|insuff|disease|injury|impair|function)|kidney (?:failure|disease|injury|function)|azotemi|nephropath|dialysis|creatinine/i,
};
/** Creatinine, filtration rate and urea measure one thing and raise one question. */
const kidney = {
  subject: 'kidney',
  explainedBy: {
    ...kidneySubject,
    words:
      /\b(?:aki|ckd|esrd|eskd|atn)\b|renal (?:failure|insuff|disease|injury|impair)|kidney (?:failure|disease|injury)|azotemi|nephropath|dialysis/i,
  },
  options: ['Acute kidney injury', 'Chronic kidney disease (please state the stage)'],
};
const bleeding = /bleed|hemorrh|anemi|polycythem|transfus|thalassem|sickle|myelodys/i;
const liver: Subject = {
  codes: /^(?:K7[0-7]|K8[0-3]|B1[5-9]|B25|R17|R74|R94\.5|C22|C25|C78\.7|T39|E80|O26\.6|M62\.82)/,
  words:
    /hepat|liver|jaundice|transaminit|lfts?\b|cirrho|cholangi|cholecyst|choledoch|biliary|gilbert|hemoly|rhabdo|bilirubin/i,
};
const infection =
  /infect|pneumon|sepsis|septic|cellulit|abscess|\buti\b|pyelo|diverticul|appendic|cholecyst|colitis|cystitis|mening|osteomyel|leuk[eo]|steroid|prednis|dexameth|stress|lymphoma|myelo/i;

/**
 * Limits lie clearly outside of adult reference ranges, so that a borderline value raises no question. The record's
 * own range, where it prints one, decides that a value is usual.
 */
export const indicators: readonly Indicator[] = [
  {
    id: 'sodium',
    below: 132,
    critical: 130,
    inPregnancy: 129,
    reference: '135–145',
    subject: 'sodium',
    importance: 2,
    explainedBy: { codes: /^(?:E87\.[01]|E22\.2)/, words: /hyponat|siadh|low (?:sodium|na)\b/i },
    options: ['Hyponatremia'],
  },
  {
    id: 'sodium',
    above: 148,
    critical: 155,
    inPregnancy: 148,
    reference: '135–145',
    subject: 'sodium',
    importance: 2,
    explainedBy: { codes: /^E87\.0/, words: /hypernat/i },
    options: ['Hypernatremia'],
  },
  {
    id: 'potassium',
    below: 3.3,
    critical: 3,
    inPregnancy: 3,
    reference: '3.5–5.0',
    subject: 'potassium',
    importance: 2,
    explainedBy: { codes: /^E87\.6/, words: /hypokal|hypok\b|low (?:potassium|k)\b/i },
    options: ['Hypokalemia'],
  },
  {
    id: 'potassium',
    above: 5.5,
    critical: 6,
    inPregnancy: 5.5,
    reference: '3.5–5.0',
    subject: 'potassium',
    importance: 2,
    explainedBy: { codes: /^E87\.5/, words: /hyperkal|hyperk\b|hemoly[sz]|high (?:potassium|k)\b/i },
    options: ['Hyperkalemia', 'Pseudohyperkalemia (hemolyzed or delayed sample)'],
  },
  {
    id: 'calcium',
    below: 7.8,
    critical: 7,
    reference: '8.5–10.5',
    subject: 'calcium',
    importance: 2,
    explainedBy: { codes: /^(?:E83\.51|E20|E89\.2)/, words: /hypocalc|hypopara|low calcium/i },
    options: ['Hypocalcemia'],
  },
  {
    id: 'calcium',
    above: 10.8,
    critical: 12,
    inPregnancy: 10.8,
    reference: '8.5–10.5',
    subject: 'calcium',
    importance: 2,
    explainedBy: { codes: /^(?:E83\.52|E21)/, words: /hypercalc|hyperpara|high calcium/i },
    options: ['Hypercalcemia', 'Hyperparathyroidism (please state the type)'],
  },
  {
    id: 'magnesium',
    below: 1.4,
    critical: 1,
    reference: '1.7–2.4',
    subject: 'magnesium',
    importance: 2,
    explainedBy: { codes: /^E83\.4/, words: /hypomag|hypomg|low mag/i },
    options: ['Hypomagnesemia'],
  },
  {
    id: 'magnesium',
    above: 3,
    critical: 4.9,
    reference: '1.7–2.4',
    subject: 'magnesium',
    importance: 2,
    explainedBy: {
      codes: /^(?:E83\.4|O1[45])/,
      words: /hypermag|magnesium (?:drip|infusion|sulfate)|eclamp/i,
    },
    options: ['Hypermagnesemia'],
  },
  {
    id: 'phosphate',
    below: 2,
    critical: 1,
    reference: '2.5–4.5',
    subject: 'phosphate',
    importance: 2,
    explainedBy: { codes: /^E83\.3/, words: /hypophos|refeeding|low phos/i },
    options: ['Hypophosphatemia'],
  },
  {
    id: 'phosphate',
    above: 6,
    reference: '2.5–4.5',
    subject: 'phosphate',
    importance: 1,
    explainedBy: {
      codes: /^(?:E83\.3|N1[789]|E88\.3)/,
      words: /hyperphos|tumor lysis|\b(?:aki|esrd|ckd)\b/i,
    },
    options: ['Hyperphosphatemia'],
  },
  {
    id: 'glucose',
    below: 60,
    critical: 50,
    inPregnancy: 55,
    reference: '70–99',
    subject: 'hypoglycemia',
    importance: 2,
    explainedBy: {
      codes: /^(?:E16|E1[013]\.64|E0[89]\.64|P70|O24)/,
      words: /hypoglyc|low (?:sugar|glucose|bg)|lows\b/i,
    },
    options: ['Hypoglycemia (please state the cause)'],
  },
  {
    id: 'glucose',
    above: 225,
    critical: 400,
    reference: '70–99',
    subject: 'diabetes',
    importance: 2,
    explainedBy: {
      codes: /^(?:E0[89]|E1[013]|O24|R73|P70|E74\.81)/,
      words: /diabet|\b(?:t[12]?dm|iddm|niddm|dm ?[12I]|dm|dka|hhs|gdm)\b|hyperglyc|prediab/i,
    },
    options: [
      'Diabetes mellitus (please state the type)',
      'Hyperglycemia without diabetes (please state the cause)',
    ],
  },
  {
    id: 'a1c',
    above: 6.4,
    critical: 10,
    inPregnancy: 6.4,
    reference: 'below 5.7',
    subject: 'diabetes',
    importance: 2,
    explainedBy: {
      codes: /^(?:E0[89]|E1[013]|O24|R73)/,
      words: /diabet|\b(?:t[12]?dm|iddm|niddm|dm ?[12I]|dm|dka|hhs|gdm)\b|hyperglyc|prediab/i,
    },
    options: ['Diabetes mellitus (please state the type)', 'Prediabetes'],
  },
  {
    id: 'creatinine',
    above: 1.5,
    critical: 3,
    inPregnancy: 1.1,
    reference: '0.6–1.2',
    importance: 2,
    ...kidney,
  },
  { id: 'egfr', below: 45, critical: 20, reference: '60 or above', importance: 2, ...kidney },
  { id: 'bun', above: 60, reference: '7–20', importance: 2, ...kidney },
  {
    id: 'hemoglobin',
    below: 11,
    critical: 8,
    inPregnancy: 10.4,
    byOwnRange: true,
    reference: '12.0–16.0',
    subject: 'anemia',
    importance: 2,
    explainedBy: { codes: /^(?:D[56]|O99\.0|O90\.81|C9[0-5]|Z53\.1)/, words: bleeding },
    options: ['Anemia (please state the type, the acuity and the cause)', 'Dilution without anemia'],
  },
  {
    id: 'platelets',
    below: 100,
    critical: 50,
    inPregnancy: 99,
    reference: '150–400',
    subject: 'platelets',
    importance: 2,
    explainedBy: {
      codes: /^(?:D69|D61|D75\.8|O14\.2|O99\.11|C9[0-5]|D65|M31\.1)/,
      words: /thrombocytop|low plat|pancytop|\b(?:itp|ttp|hit|dic|hellp)\b|cirrho|chemo/i,
    },
    options: ['Thrombocytopenia (please state the cause)'],
  },
  {
    id: 'platelets',
    above: 650,
    reference: '150–400',
    subject: 'platelets',
    importance: 1,
    explainedBy: { codes: /^(?:D75|D47|D45|C9[0-5])/, words: /thrombocyto|splenect|iron/i },
    options: ['Thrombocytosis (please state whether reactive or essential)'],
  },
  {
    id: 'wbc',
    below: 2.8,
    critical: 1,
    reference: '4.0–11.0',
    subject: 'leukocytes',
    importance: 2,
    explainedBy: { codes: /^(?:D7[0-2]|D61|C9[0-5])/, words: /leukop|neutrop|pancytop|chemo|leukem/i },
    options: ['Leukopenia (please state the cause)', 'Neutropenia (please state the cause)'],
  },
  {
    id: 'wbc',
    above: 16,
    critical: 30,
    reference: '4.0–11.0',
    subject: 'leukocytes',
    importance: 1,
    explainedBy: { codes: /^(?:A|B|D72|C9[0-5]|J1|J2|J8|N[13]|L0|K[3568]|O)/, words: infection },
    options: ['An infection (please name it)', 'Leukocytosis without infection (please state the cause)'],
  },
  {
    id: 'lactate',
    above: 2.9,
    critical: 4,
    reference: '0.5–2.0',
    subject: 'acid-base',
    importance: 2,
    explainedBy: {
      codes: /^(?:E87\.[24]|R65|R57|A4[01]|R79\.8|K55|I46)/,
      words: /acidosis|sepsis|septic|shock|hypoperf|ischemi|lactat(?:emia|ic acidosis)|dehydrat|hypovol/i,
    },
    options: [
      'Lactic acidosis (please state the cause)',
      'Elevated lactate without acidosis (please state the cause)',
    ],
  },
  {
    id: 'troponin',
    above: 0.1,
    critical: 1,
    reference: 'below the 99th percentile of the assay',
    subject: 'myocardium',
    importance: 4,
    explainedBy: {
      codes: /^(?:I2[0-24]|I5A|I4[01]|I51\.[48]|R79\.89|R77\.8|I30|I25\.11)/,
      words:
        /nstemi|stemi|infarct|\bacs\b|demand|myocardial injury|troponin|myocardit|coronary syndrome|takotsubo|type 2 mi/i,
    },
    options: [
      'Type 1 myocardial infarction',
      'Type 2 myocardial infarction (please state the cause)',
      'Acute myocardial injury without infarction (please state the cause)',
      'Chronic myocardial injury (please state the cause)',
    ],
  },
  {
    id: 'bnp',
    above: 500,
    critical: 1500,
    reference: 'below 100',
    subject: 'heart-failure',
    importance: 3,
    explainedBy: heartFailure(),
    options: heartFailureOptions(),
  },
  {
    id: 'nt-probnp',
    above: 1800,
    critical: 5000,
    reference: 'below 450 (higher with age)',
    subject: 'heart-failure',
    importance: 3,
    explainedBy: heartFailure(),
    options: heartFailureOptions(),
  },
  {
    id: 'ejection-fraction',
    below: 41,
    critical: 30,
    inPregnancy: 41,
    reference: '52–72',
    subject: 'heart-failure',
    importance: 3,
    explainedBy: {
      codes: /^(?:I50|I42|I43|I25\.5|I11\.0|I13|I51\.8|I09\.81|O90\.3)/,
      words:
        /heart failure|\b(?:chf|hf|hfref|hfmref|hfpef|lvsd)\b|cardiomyop|(?:systolic|ventricular|lv) dysfunction/i,
    },
    options: [
      'Heart failure (please state type and acuity)',
      'Cardiomyopathy (please state the type)',
      'Left ventricular systolic dysfunction without heart failure',
    ],
  },
  {
    id: 'inr',
    above: 4.9,
    critical: 8,
    reference: '0.9–1.1, or the range wanted under treatment',
    subject: 'coagulation',
    importance: 2,
    explainedBy: {
      codes: /^(?:D6[58]|R79\.1|T45\.51)/,
      words:
        /supratherap|coagulop|elevated inr|inr (?:elevat|high|above)|over-?anticoag|hold (?:warfarin|coumadin)/i,
    },
    options: [
      'Abnormal coagulation test due to an anticoagulant taken as prescribed, without bleeding',
      'Bleeding disorder due to an anticoagulant',
      'Coagulopathy (please state the cause)',
    ],
  },
  {
    id: 'bilirubin',
    above: 2.9,
    critical: 10,
    reference: '0.2–1.2',
    subject: 'liver',
    importance: 2,
    explainedBy: liver,
    options: [
      'Jaundice or hyperbilirubinemia (please state the cause)',
      'A disease of liver or bile ducts (please name it)',
    ],
  },
  {
    id: 'alt',
    above: 150,
    critical: 1000,
    reference: '7–40',
    subject: 'liver',
    importance: 2,
    explainedBy: liver,
    options: [
      'Elevated liver enzymes without a diagnosis yet',
      'Acute liver injury (please state the cause)',
      'Hepatitis (please state the type)',
    ],
  },
  {
    id: 'ast',
    above: 200,
    critical: 1000,
    reference: '10–40',
    subject: 'liver',
    importance: 2,
    explainedBy: liver,
    options: [
      'Elevated liver enzymes without a diagnosis yet',
      'Acute liver injury (please state the cause)',
      'Muscle injury (please state the cause)',
    ],
  },
  {
    id: 'lipase',
    above: 400,
    critical: 1000,
    reference: '10–140',
    subject: 'pancreas',
    importance: 3,
    explainedBy: { codes: /^(?:K8[56]|R74\.8|C25)/, words: /pancreat|lipase/i },
    options: ['Acute pancreatitis (please state the cause)', 'Elevated lipase without pancreatitis'],
  },
  {
    id: 'tsh',
    above: 10,
    critical: 40,
    inPregnancy: 10,
    reference: '0.4–4.5',
    subject: 'thyroid',
    importance: 2,
    explainedBy: {
      codes: /^(?:E0[0-7]|E89\.0|R94\.6|R79\.89|O99\.28)/,
      words: /thyroid|hashimoto|levothyrox|synthroid/i,
    },
    options: ['Hypothyroidism (please state the cause)', 'Subclinical hypothyroidism'],
  },
  {
    id: 'tsh',
    below: 0.1,
    reference: '0.4–4.5',
    subject: 'thyroid',
    importance: 2,
    explainedBy: {
      codes: /^(?:E0[0-7]|E89\.0|R94\.6|R79\.89|O99\.28)/,
      words: /thyroid|graves|levothyrox|synthroid/i,
    },
    options: ['Hyperthyroidism (please state the cause)', 'Subclinical hyperthyroidism'],
  },
  {
    id: 'ldl',
    above: 189,
    reference: 'below 130',
    subject: 'lipids',
    importance: 1,
    explainedBy: { codes: /^E78/, words: /lipid|cholest|statin/i },
    options: ['Hypercholesterolemia (please state whether pure or familial)', 'Mixed hyperlipidemia'],
  },
  {
    id: 'triglycerides',
    above: 500,
    critical: 1000,
    reference: 'below 150',
    subject: 'lipids',
    importance: 1,
    explainedBy: { codes: /^E78/, words: /lipid|triglycerid|cholest/i },
    options: ['Hypertriglyceridemia', 'Mixed hyperlipidemia'],
  },
  {
    id: 'uric-acid',
    above: 9,
    reference: '3.5–7.2',
    subject: 'uric-acid',
    importance: 1,
    explainedBy: { codes: /^(?:M10|M1A|E79|N20|N18|E88\.3)/, words: /gout|uric|tumor lysis/i },
    options: ['Hyperuricemia without gout', 'Gout (please state the site and the cause)'],
  },
  {
    id: 'ferritin',
    below: 12,
    inPregnancy: 12,
    reference: '15–150',
    subject: 'anemia',
    importance: 2,
    explainedBy: { codes: /^(?:D5|D6[0-4]|E61\.1|E83\.1|O99\.0)/, words: /iron|anemi/i },
    options: ['Iron deficiency without anemia', 'Iron deficiency anemia (please state the cause)'],
  },
  {
    id: 'vitamin-d',
    below: 20,
    reference: '30 or above',
    subject: 'vitamin-d',
    importance: 1,
    explainedBy: {
      codes: /^(?:E55|M83)/,
      words: /vit(?:amin|\.)? ?d (?:defic|insuff|low)|low vit(?:amin)? d|osteomalac/i,
    },
    options: ['Vitamin D deficiency'],
  },
  {
    id: 'vitamin-b12',
    below: 180,
    reference: '200–900',
    subject: 'vitamin-b12',
    importance: 2,
    explainedBy: { codes: /^(?:E53\.8|D51)/, words: /b12 defic|low b12|pernicious|cobalamin|b-?12/i },
    options: [
      'Vitamin B12 deficiency without anemia',
      'Vitamin B12 deficiency anemia (please state the cause)',
    ],
  },
  {
    id: 'ck',
    above: 1000,
    critical: 5000,
    reference: '30–200',
    subject: 'muscle',
    importance: 3,
    explainedBy: {
      codes: /^(?:M62\.82|M60|M33|R74\.8|G7[12]|T79\.6|I21)/,
      words: /rhabdo|myosit|myopath|crush|stemi|infarct/i,
    },
    options: [
      'Rhabdomyolysis (please state the cause)',
      'Myopathy or myositis (please state the cause)',
      'Elevated creatine kinase without muscle disease',
    ],
  },
  {
    id: 'ph',
    below: 7.31,
    critical: 7.2,
    reference: '7.35–7.45',
    subject: 'acid-base',
    importance: 4,
    explainedBy: {
      codes: /^(?:E87\.[24]|E1[013]\.1|J96|R65|P)/,
      words: /acidosis|acidemi|respiratory failure|\bdka\b|ketoacid|septic shock/i,
    },
    options: [
      'Metabolic acidosis (please state acuity and cause)',
      'Respiratory acidosis',
      'Mixed acid–base disorder',
    ],
  },
  {
    id: 'bicarbonate',
    below: 15,
    critical: 10,
    reference: '22–29',
    subject: 'acid-base',
    importance: 3,
    explainedBy: {
      codes: /^(?:E87\.[248]|E1[013]\.1|R65|N25\.8)/,
      words: /acidosis|\bdka\b|ketoacid|septic shock/i,
    },
    options: [
      'Metabolic acidosis (please state acuity and cause)',
      'Compensation of a respiratory alkalosis',
    ],
  },
  {
    id: 'pco2',
    above: 55,
    critical: 70,
    reference: '35–45',
    subject: 'respiratory',
    importance: 4,
    explainedBy: {
      codes: /^(?:J96|J80|E66\.2|R06\.89|E87\.29)/,
      words: /respiratory failure|hypercap|hypercarb|hypoventil|respiratory acidosis|\bahrf\b/i,
    },
    options: [
      'Respiratory failure with hypercapnia (please state: acute, chronic or both)',
      'Hypercapnia without respiratory failure (please state the cause)',
    ],
  },
  {
    id: 'saturation',
    below: 89,
    critical: 86,
    inPregnancy: 92,
    reference: '95 or above',
    subject: 'respiratory',
    importance: 4,
    explainedBy: {
      codes: /^(?:J96|J80|R09\.02|I27|Q2|P2|T70\.2|Z99\.81|G47\.3)/,
      words:
        /hypox|respiratory failure|respiratory distress|desat|\bahrf\b|insufficiency|sleep study|polysomn|\bahi\b/i,
    },
    options: ['Hypoxemia', 'Respiratory failure with hypoxia (please state: acute, chronic or both)'],
  },
  {
    id: 'gcs',
    below: 13,
    critical: 9,
    reference: '15',
    subject: 'consciousness',
    importance: 4,
    explainedBy: {
      codes:
        /^(?:R40|G9[23]|R41|S06|F05|I6[0-3]|K72|K76\.82|F10\.[129][23]1|T[34]|G4[01]|E1[013]\.[016]|F03|G30)/,
      words:
        /coma\b|encephalop|delir|stupor|somnol|obtund|overdose|intubat|sedat|stroke|hemorrh|\btbi\b|concuss|seiz|postictal/i,
    },
    options: [
      'Coma',
      'Encephalopathy (please state the type and cause)',
      'Delirium (please state the cause)',
      'Altered mental status without a diagnosis yet',
    ],
  },
  {
    id: 'bmi',
    above: 34.9,
    critical: 39.9,
    reference: '18.5–24.9',
    subject: 'weight',
    importance: 1,
    explainedBy: {
      codes: /^(?:E66|E65|R63\.5|Z98\.84|O99\.2|Z68)/,
      words: /obes|overweight|weight|bariatric|adipos|\bbmi\b[^\n]{0,20}(?:counsel|discuss|diet)/i,
    },
    options: ['Obesity (please state the class and the cause)', 'Overweight'],
  },
  {
    id: 'bmi',
    below: 17.5,
    critical: 16,
    inPregnancy: 17.5,
    reference: '18.5–24.9',
    subject: 'nutrition',
    importance: 2,
    explainedBy: {
      codes: /^(?:E4[0-6]|E64|R63|R64|F50|Z68)/,
      words:
        /malnutr|underweight|cachex|anorexi|weight loss|thin|failure to thrive|poor (?:intake|appetite)/i,
    },
    options: [
      'Underweight without malnutrition',
      'Malnutrition (please state the severity)',
      'Cachexia (please state the cause)',
    ],
  },
  {
    id: 'phq9',
    above: 11,
    critical: 20,
    inPregnancy: 12,
    reference: '0–4',
    subject: 'depression',
    importance: 2,
    explainedBy: {
      codes: /^(?:F3|F4[13]|F0[0-9]|F2|F53|O99\.34|Z13\.3|R45)/,
      words: /depress|\bmdd\b|bipolar|mood|dysthym|adjustment|grief|bereave|suicid/i,
    },
    options: [
      'Major depressive disorder (please state episode and severity)',
      'Adjustment disorder with depressed mood',
      'A positive screen without a depressive disorder',
    ],
  },
  {
    id: 'gad7',
    above: 11,
    reference: '0–4',
    subject: 'anxiety',
    importance: 1,
    explainedBy: {
      codes: /^(?:F4|F3|F2|R45)/,
      words: /anxi|panic|\b(?:gad|ptsd|ocd)\b(?!-?7)|phobi|worry|stress/i,
    },
    options: [
      'Generalized anxiety disorder',
      'Another anxiety disorder (please name it)',
      'A positive screen without an anxiety disorder',
    ],
  },
  {
    id: 'audit',
    above: 15,
    critical: 20,
    reference: '0–7',
    subject: 'alcohol',
    importance: 2,
    explainedBy: { codes: /^(?:F10|K70|Z71\.41|Z72\.89|G62\.1)/, words: /alcohol|etoh|drink|\baud\b/i },
    options: ['Alcohol use disorder (please state the severity)', 'Alcohol use without a disorder'],
  },
  {
    id: 't-score',
    below: -2.4,
    critical: -3.5,
    reference: '−1.0 or above',
    subject: 'bone',
    importance: 2,
    explainedBy: {
      codes: /^(?:M8[0-5]|Z79\.83|C90)/,
      words: /osteopor|osteopen|bone (?:loss|density low)|low bone/i,
    },
    options: [
      'Osteoporosis without a current fracture',
      'Osteoporosis with a current pathological fracture (please state the site)',
      'Low bone mass without osteoporosis',
    ],
  },
  {
    id: 'ahi',
    above: 14,
    reference: 'below 5',
    subject: 'sleep',
    importance: 2,
    explainedBy: { codes: /^(?:G47\.3|E66\.2)/, words: /apnea(?!-?hypop)|\b(?:osa|cpap|osahs)\b/i },
    options: [
      'Obstructive sleep apnea',
      'Central sleep apnea',
      'Sleep apnea of another type (please state it)',
    ],
  },
];

function heartFailure(): Subject {
  return {
    codes: /^(?:I50|I11\.0|I13|I42|I26|I27|J81|I25\.5|N18\.[56]|I21|I3[0-9]|I2[34]|A4[01]|I48)/,
    words:
      /heart failure|\b(?:chf|hf|hfref|hfmref|hfpef|adhf)\b|cardiomyop|volume overload|fluid overload|pulmonary (?:edema|embol|hypert)|\besrd\b|dialysis/i,
  };
}

function heartFailureOptions(): string[] {
  return [
    'Heart failure (please state type and acuity)',
    'Fluid overload without heart failure (please state the cause)',
    'Elevated natriuretic peptide without heart failure (please state the cause)',
  ];
}
