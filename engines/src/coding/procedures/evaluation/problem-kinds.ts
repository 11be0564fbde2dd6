/** What a diagnosis code says of the course of a problem. Categories of ICD-10-CM, as expressions over codes. */

/** Expected to last a year or until death. Source: CPT E/M guidelines, "stable, chronic illness". */
const chronic =
  /^(?:A15|B18|B20|C|D4[5-7]|D5[0-9]|D6[0-9]|D8[6-9]|E0[0-7]|E0[89]|E1[0-3]|E2[0-7]|E28|E55|E66|E7|E8[0-578]|F|G1|G2|G3[0-7]|G40|G43|G47|G5[0-9]|G6[0-3]|G70|G89\.[24]|G9[0-5]|H35|H40|H9[01]|I0[5-9]|I1[0-35]|I2[057]|I3[4-7]|I4[24-9]|I50|I69|I7[0-3]|I8[37]|J3[0-7]|J4[0-7]|J84|J98|K2[0-2]|K5[018]|K57\.[39]|K59\.0|K7[0-46]|K86|K90|L2[018]|L4[0-5]|L7[0-3]|L8|M0[5-9]|M1[0-9]|M3[0-6]|M4[0-9]|M5[01]|M72|M79\.7|M8[015]|N1[89]|N25|N39\.[34]|N4[0-1]|N8[01]|N9[45]|R73\.0|Q|Z9[045])/;

/** Near threat to life or to a function of the body without treatment. */
const threat =
  /^(?:A4[01]|G0[0-5]|I16\.1|I2[0][.]0|I2[1-4]|I26|I46|I60|I61|I62|I63|G45|I71\.[01358]|J80|J81|J93|J96|K25\.[0-24-6]|K26\.[0-24-6]|K27\.[0-24-6]|K55\.0|K56|K65|K92\.[012]|E1[013]\.[01]|E1[013]\.641|N17|O00|O15|R45\.851|R57|R65|T78\.[02]|T3[6-9]|T4[0-9]|T50|T51|T58|T71)/;

/** An illness that affects the whole body or carries a high risk without treatment. */
const systemic =
  /^(?:A0[0-9]|A6[89]|A7|B27|J09|J10\.[01]|J1[2-8]|J69|J85|J86|K35|K5[0-2]\.9|K57\.[0248]|K8[015]|K83|K85|N10|N12|N7[0-3]|M00|M86|L03\.9|O8[56]|D70)/;

/** An injury that involves more than the organ that was hit, is extensive, or leaves options that carry risk. */
const complicated = /^(?:S02|S06|S12|S22|S[3-9]2|S[1-9][45]|S[2-3][67]|T07|T2[0-5]\..*[37])/;

/** Runs a definite course, passes, and is unlikely to change health for good. */
const minor =
  /^(?:J00|J06|B07|B08\.1|B35|B8[058]|H61\.2|L22|L55|L74|R21|R05|S[0-9]0|W57|T63\.[3-4]|K12|K13\.0|H00|H11\.3|R06\.6|Z48\.0|Z4802|L23\.7)/;

/** A sign that may be of something with a high risk: a lump, a loss of consciousness, blood where none should be. */
const alarming =
  /^(?:R04\.2|R07|R10|R16|R17|R18|R19\.0|R22|R31|R55|R56|R59|R63\.4|R79\.8|R91|R92|R93|R97|N63|D3[7-9]|D4[0-489]|K62\.5|N93\.8|N95\.0|R26|R41|R42|H53\.[14]|R06\.0|R00\.[2]|G44|R51|R20|R29|R47)/;

export const isChronicCode = (code: string) => chronic.test(code);
export const isThreatCode = (code: string) => threat.test(code);
export const isSystemicCode = (code: string) => systemic.test(code);
export const isComplicatedInjury = (code: string) => complicated.test(code);
export const isMinorCode = (code: string) => minor.test(code);
export const isAlarmingSign = (code: string) => alarming.test(code);
/** A disorder of use that is in remission: its severity is how it was before. */
export const isInRemission = (code: string) => /^F1\d\.[129]1$/.test(code);
/** Signs and symptoms, which may belong to a diagnosis beside them. */
export const isSymptomCode = (code: string) => /^R/.test(code);
/** Statuses, screenings, counseling, external causes: no problem of their own. */
export const isNoProblem = (code: string) => /^(?:Z|[V-Y])/.test(code) && !/^(?:Z72|Z63|Z59|Z30)/.test(code);

/** Names of problems where no code book is at hand or it knows none, by kind. */
export const namedKinds: readonly { kind: string; words: RegExp }[] = [
  {
    kind: 'threat-to-life',
    words:
      /\b(?:n?stemi|myocardial infarction|acute coronary syndrome|unstable angina|pulmonary embol\w*|sepsis|septic|stroke|cva|tia|respiratory failure|anaphyla\w*|dka|ketoacidosis|gi bleed\w*|intracranial hemorrhage|aortic dissection|ectopic pregnancy|meningitis|acute (?:renal failure|kidney injury)|aki|suicidal ideation|overdose|cord compression|testicular torsion)\b/gi,
  },
  {
    kind: 'systemic-illness',
    words:
      /\b(?:pneumonia|pyelonephritis|colitis|diverticulitis|appendicitis|cholecystitis|pancreatitis|pid|bacteremia|mononucleosis)\b/gi,
  },
  {
    kind: 'complicated-injury',
    words: /\b(?:fractures?|fx|concussion|head injury|dislocation)\b/gi,
  },
  {
    kind: 'undiagnosed-new',
    words:
      /\b(?:(?:breast|neck|thyroid|lung|pulmonary|adnexal|abdominal) (?:lump|mass|nodule)|chest pain|syncope|hematuria|hemoptysis|(?:unintentional |unexplained )?weight loss|melena|rectal bleeding|postmenopausal bleeding|lymphadenopathy|new[- ]onset seizure|abdominal pain)\b/gi,
  },
  {
    kind: 'chronic',
    words:
      /\b(?:htn|hypertension|(?:type [12] )?diabetes(?: mellitus)?|t[12]dm|dm ?(?:2|ii)|hyperlipidemia|hld|dyslipidemia|hypercholesterolemia|copd|asthma|ckd|chronic kidney disease|chf|heart failure|hfr?p?ef|cad|coronary artery disease|a-?fib|atrial fibrillation|hypothyroidism|hyperthyroidism|depression|mdd|anxiety|gad|bipolar(?: disorder)?|adhd|schizophrenia|gerd|osteoarthritis|oa|gout|migraines?|obesity|epilepsy|seizure disorder|parkinson'?s?(?: disease)?|dementia|rheumatoid arthritis|lupus|psoriasis|eczema|atopic dermatitis|hiv|hepatitis [bc]|cirrhosis|bph|osteoporosis|sleep apnea|osa|ibs|crohn'?s?(?: disease)?|ulcerative colitis|multiple sclerosis|neuropathy|insomnia|fibromyalgia|allergic rhinitis|chronic [a-z]{1,25}(?: [a-z]{1,25})?|opioid use disorder|alcohol use disorder|tobacco use disorder|prediabetes|anemia|acne|rosacea|glaucoma|endometriosis|pcos|cancer|carcinoma|lymphoma)\b/gi,
  },
  {
    kind: 'self-limited',
    words:
      /\b(?:common cold|viral uri|uri|upper respiratory infection|insect bite|bug bite|tick bite|diaper rash|sunburn|wart|abrasion|contusion|bruise|cerumen impaction|canker sore|poison ivy|tinea \w+|hiccups|minor rash)\b/gi,
  },
  {
    kind: 'acute-uncomplicated',
    words:
      /\b(?:cystitis|uti|urinary tract infection|sinusitis|pharyngitis|strep(?: throat)?|tonsillitis|otitis(?: media| externa)?|aom|bronchitis|conjunctivitis|(?:ankle|wrist|knee|lumbar|cervical|muscle) (?:sprain|strain)|sprain|strain|laceration|cellulitis|impetigo|gastroenteritis|influenza|flu|covid(?:-19)?|vaginitis|yeast infection|bacterial vaginosis|tendinitis|bursitis|shingles|herpes zoster|low back pain|back pain|rash|dermatitis|urticaria|vertigo|headache|cough|constipation|diarrhea)\b/gi,
  },
];

/** Names of chronic illnesses and the categories under which they are coded, to see that one is named twice. */
const categories: readonly [name: RegExp, codes: RegExp][] = [
  [/^(?:htn|hypertension)$/, /^I1/],
  [/diabetes|^t[12]dm|^dm/, /^(?:E0[89]|E1|O24|R73)/],
  [/^(?:ckd|chronic kidney disease)$/, /^(?:N18|I1[23]|E1[013]\.22)/],
  [/lipid|^hld$|cholesterol/, /^E78/],
  [/^copd$/, /^J44/],
  [/asthma/, /^J4[45]/],
  [/heart failure|^chf$|^hfr?p?ef$/, /^(?:I50|I11|I13)/],
  [/^cad$|coronary/, /^I2/],
  [/fib/, /^I48/],
  [/thyroid/, /^E0/],
  [/depress|^mdd$|bipolar/, /^F3/],
  [/anxiety|^gad$/, /^F4[01]/],
  [/insomnia/, /^(?:G47|F51)/],
  [/apnea|^osa$/, /^G47/],
  [/gerd/, /^K2/],
  [/arthritis|^oa$/, /^M/],
  [/gout/, /^M10/],
  [/migraine/, /^G43/],
  [/obesity/, /^E66/],
  [/anemia/, /^(?:D|O99)/],
  [/psoria/, /^L40/],
  [/eczema|dermatitis/, /^L2/],
  [/neuropath/, /^(?:G[56]|E1)/],
  [/cancer|carcinoma|lymphoma/, /^(?:C|D0|Z85)/],
  [/use disorder/, /^F1/],
  [/parkinson/, /^G2/],
  [/osteoporosis/, /^M8/],
  [/headache/, /^(?:R51|G4)/],
  [/cough|rash|pain/, /^(?:R|M|L|J)/],
];

/** Whether a name is that of a problem that has a code already. */
export function isCodedAlready(name: string, codes: readonly string[]): boolean {
  const low = name.toLowerCase();
  return categories.some(([names, category]) => names.test(low) && codes.some((code) => category.test(code)));
}
