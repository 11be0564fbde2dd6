import type { Subject } from './asking.ts';
import type { AnalyteId } from './values/analytes.ts';

/** A diagnosis whose code leaves open what the physician usually knows. */
export interface OpenAxis {
  codes: RegExp;
  /** Behind `can … be stated`. */
  axis: string;
  /** Where the record says it anyway. */
  stated: Subject;
  /** Values of the record that speak about it; told with the question. */
  values: readonly AnalyteId[];
  /** Asked only where the record says one of these words. */
  onlyIfSaid?: RegExp;
  /** Asked only where one of its values is in the record and fits. */
  onlyIfValue?: (id: AnalyteId, value: number) => boolean;
  /** Asked without a value too, where it is what the encounter is chiefly for. */
  orFirst?: true;
  only?: 'inpatient';
  importance: number;
  options: readonly string[];
}

export const openAxes: readonly OpenAxis[] = [
  {
    codes: /^I50\.9$/,
    axis: 'the type and the acuity of the heart failure',
    stated: {
      codes: /^I50\.[1-8]/,
      words:
        /\b(?:hfref|hfpef|hfmref)\b|(?:systolic|diastolic) (?:heart failure|hf|chf|dysfunction)|(?:reduced|preserved) (?:ef|ejection|lvef)|right heart failure/i,
    },
    values: ['ejection-fraction', 'bnp', 'nt-probnp'],
    importance: 3,
    options: [
      'Systolic (reduced ejection fraction); please state acute, chronic, or acute on chronic',
      'Diastolic (preserved ejection fraction); please state acute, chronic, or acute on chronic',
      'Combined systolic and diastolic; please state acute, chronic, or acute on chronic',
    ],
  },
  {
    codes: /^I50\.[234]0$/,
    axis: 'the acuity of the heart failure',
    stated: {
      codes: /^I50\.[234][123]/,
      words:
        /(?:acute|chronic|decompensat|exacerbat|compensated|stable)[^.\n]{0,30}(?:heart failure|\bhf|\bchf)|(?:heart failure|hf[rp]ef|chf)[^.\n]{0,30}(?:acute|chronic|compensat|exacerbat|stable)/i,
    },
    values: ['bnp', 'nt-probnp'],
    importance: 2,
    options: ['Acute', 'Chronic', 'Acute on chronic'],
  },
  {
    codes: /^N18\.9$/,
    axis: 'the stage of the kidney disease',
    stated: {
      codes: /^N18\.[1-6]/,
      words:
        /\b(?:ckd|kidney disease|renal insufficiency|nephropathy)[^.;\n]{0,20}(?:stage|st\.?|gr?|,)? ?(?:[1-5][ab]?|I{1,3}|IV|V|G[1-5][ab]?)\b|\bstage ?(?:[1-5][ab]?|I{1,3}|IV|V) (?:ckd|chronic|kidney)|\besrd\b/i,
    },
    values: ['egfr', 'creatinine'],
    importance: 2,
    options: ['Stage 1 or 2', 'Stage 3a', 'Stage 3b', 'Stage 4', 'Stage 5', 'End-stage kidney disease'],
  },
  {
    codes: /^N18\.30$/,
    axis: 'the stage of the kidney disease, 3a or 3b,',
    stated: { codes: /^N18\.3[12]/, words: /\b3 ?[ab]\b|G3[ab]/i },
    values: ['egfr'],
    onlyIfValue: (_, value) => value >= 30 && value < 60,
    importance: 1,
    options: ['Stage 3a', 'Stage 3b'],
  },
  {
    codes: /^J45\.90/,
    axis: 'the severity of the asthma',
    stated: {
      codes: /^J45\.(?:[2-5]|99)/,
      words:
        /\b(?:intermittent|persistent)\b|exercise[- ]induced|cough variant|(?:mild|moderate|severe) asthma/i,
    },
    values: [],
    importance: 1,
    options: [
      'Mild intermittent',
      'Mild persistent',
      'Moderate persistent',
      'Severe persistent',
      'Exercise-induced or cough variant',
    ],
  },
  {
    codes: /^(?:F32\.(?:A|9)|F33\.9)$/,
    axis: 'the episode, the severity and the remission of the depression',
    stated: {
      codes: /^F3[23]\.[0-58]|^F3[23]\.4|^F34|^F31|^F43\.2/,
      words:
        /(?:mild|moderate|severe|remission|recurrent|single episode|major|persistent|postpartum|seasonal|situational)[^.\n]{0,30}(?:depress|\bmdd\b)|(?:depress\w{0,4}|mdd)[^.\n]{0,30}(?:mild|moderate|severe|remission|recurrent|single)/i,
    },
    values: ['phq9'],
    onlyIfValue: (_, value) => value >= 5,
    orFirst: true,
    importance: 1,
    options: [
      'Major depressive disorder, single episode; please state mild, moderate or severe',
      'Major depressive disorder, recurrent; please state mild, moderate or severe',
      'Major depressive disorder in remission; please state partial or full',
      'Depressed mood without major depressive disorder',
    ],
  },
  {
    codes: /^I48\.91$/,
    axis: 'the type of the atrial fibrillation',
    stated: {
      codes: /^I48\.[012]/,
      words:
        /(?:paroxysmal|persistent|permanent|chronic|longstanding)[^.\n]{0,20}(?:fib|\baf\b)|(?:fib\w*|\baf)[^.\n]{0,20}(?:paroxysmal|persistent|permanent|chronic)|\bp ?af\b|parox/i,
    },
    values: [],
    importance: 2,
    options: ['Paroxysmal', 'Persistent', 'Longstanding persistent', 'Permanent'],
  },
  {
    codes: /^D64\.9$/,
    axis: 'the type of anemia, and its cause if known,',
    stated: {
      codes: /^D(?:5|6[0-3]|64\.[0-8])/,
      words:
        /iron[- ]deficien|\bida\b|blood loss anemia|anemia (?:of|due|in|from|secondary)|(?:pernicious|macrocytic|hemolytic|aplastic|sickle|b12)[^.\n]{0,20}anemia|thalassemia (?:trait|minor|major)/i,
    },
    values: ['hemoglobin', 'mcv', 'ferritin', 'transferrin-saturation', 'vitamin-b12', 'folate'],
    importance: 2,
    options: [
      'Iron deficiency anemia due to chronic blood loss',
      'Iron deficiency anemia due to another cause (please name it)',
      'Acute blood loss anemia',
      'Anemia in a chronic disease (please name it)',
      'Another type of anemia (please name it)',
    ],
  },
  {
    codes: /^E1[013]\.9$/,
    axis: 'the control of the diabetes at this encounter',
    stated: {
      codes: /^E1[013]\.6[45]/,
      words: /hyperglyc|hypoglyc|(?:poorly|inadequately|well|not well|better) controlled|out of control/i,
    },
    values: ['a1c', 'glucose'],
    onlyIfValue: (id, value) => (id === 'a1c' ? value >= 9 : value >= 300),
    importance: 2,
    options: [
      'Diabetes with hyperglycemia',
      'Diabetes with hypoglycemia',
      'Diabetes without hyperglycemia or hypoglycemia',
    ],
  },
  {
    codes: /^J96\.[0129]0$/,
    axis: 'whether hypoxia, hypercapnia or both were present, and the acuity,',
    stated: { codes: /^J96\.[0129][12]/, words: /hypox|hypercap|hypercarb/i },
    values: ['saturation', 'pco2', 'ph'],
    importance: 3,
    options: ['With hypoxia', 'With hypercapnia', 'With hypoxia and hypercapnia'],
  },
  {
    codes: /^G93\.40$/,
    axis: 'the type of the encephalopathy, and its cause if known,',
    stated: {
      codes: /^(?:G93\.4[1-9]|G92|K76\.82|I67\.4|G31|E51\.2)/,
      words:
        /(?:metabolic|toxic|hepatic|hypertensive|septic|uremic|anoxic|hypoxic|wernicke)[^.\n]{0,20}enceph|enceph\w*[^.\n]{0,25}(?:due to|2\/2|secondary|from)/i,
    },
    values: ['sodium', 'glucose', 'saturation', 'gcs'],
    importance: 3,
    options: [
      'Metabolic encephalopathy',
      'Toxic encephalopathy (please name the substance)',
      'Hepatic encephalopathy',
      'Hypertensive encephalopathy',
      'Anoxic brain damage',
    ],
  },
  {
    codes: /^E46$/,
    axis: 'the severity of the malnutrition',
    stated: {
      codes: /^E4[0-5]/,
      words:
        /(?:mild|moderate|severe|non-?severe)[^.\n]{0,30}malnutr|malnutr\w*[^.\n]{0,20}(?:mild|moderate|severe)/i,
    },
    values: ['bmi'],
    importance: 3,
    options: ['Mild', 'Moderate', 'Severe'],
  },
  {
    codes: /^E66\.9$/,
    axis: 'the class and the cause of the obesity',
    stated: { codes: /^E66\.(?:[0128])/, words: /class (?:[123]|I{1,3})\b|morbid|severe(?:ly)? obes/i },
    values: ['bmi'],
    onlyIfValue: (_, value) => value >= 35,
    importance: 1,
    options: [
      'Obesity, class 1',
      'Obesity, class 2',
      'Obesity, class 3',
      'Obesity due to excess calories',
      'Obesity due to a drug (please name it)',
    ],
  },
  {
    codes: /^J18\.9$/,
    only: 'inpatient',
    axis: 'the type of pneumonia or its suspected or confirmed organism',
    stated: {
      codes: /^J(?:1[0-7]|18\.[0128]|69|95\.851|85)/,
      words:
        /aspiration pneum|(?:bacterial|viral|gram|mrsa|mssa|pseudomonas|klebsiella|strep\w*|legionella|covid|influenza|lobar|fungal)[^.\n]{0,20}pneum|pneumonia (?:due|2\/2|secondary|from)|organism (?:unknown|not)/i,
    },
    values: [],
    onlyIfSaid:
      /\b(?:vancomycin|vanc|zosyn|piperacillin|cefepime|meropenem|linezolid|ceftazidime|clindamycin|aspirat\w+|dysphagia)\b|(?:sputum|blood|bal)[^.\n]{0,20}(?:grew|culture|gram)/i,
    importance: 3,
    options: [
      'Bacterial pneumonia (please name the suspected or confirmed organism)',
      'Aspiration pneumonia',
      'Viral pneumonia (please name the virus)',
      'Pneumonia, organism not determined',
    ],
  },
  {
    codes: /^I63\.9$/,
    axis: 'the cause of the stroke and the vessel and side concerned',
    stated: {
      codes: /^I63\.[0-8]/,
      words:
        /cardioembol|embolic|lacunar|small vessel|thrombotic|cryptogenic|\b(?:mca|aca|pca|pica|basilar|carotid|vertebral)\b/i,
    },
    values: [],
    importance: 3,
    options: [
      'Thrombosis (please name the artery and side)',
      'Embolism (please name the artery and side)',
      'Small artery occlusion (lacunar)',
      'Dissection (please name the artery and side)',
      'Cause not determined after evaluation',
    ],
  },
  {
    codes: /^I21\.(?:9|3)$/,
    axis: 'the type of the myocardial infarction, and wall or vessel where known,',
    stated: {
      codes: /^I21\.(?:[0124A])/,
      words:
        /\bnstemi\b|type (?:1|2|I|II) (?:mi|myocardial)|(?:inferior|anterior|lateral|posterior)\b[^.\n]{0,25}(?:mi\b|stemi|infarct)|\b(?:lad|rca|lcx|circumflex)\b/i,
    },
    values: ['troponin'],
    importance: 3,
    options: [
      'STEMI (please name wall or vessel)',
      'NSTEMI',
      'Type 2 myocardial infarction (please state the cause)',
      'Myocardial injury without infarction',
    ],
  },
  {
    codes: /^G40\.909$/,
    only: 'inpatient',
    axis: 'the type of the epilepsy and whether it is intractable',
    stated: {
      codes: /^G40\.[0-8]/,
      words: /focal|partial|generalized|absence|myoclonic|intractable|refractory|temporal lobe|lennox/i,
    },
    values: [],
    importance: 2,
    options: [
      'Focal epilepsy',
      'Generalized epilepsy',
      'Seizures due to an external cause (please name it)',
      'A single or provoked seizure without epilepsy',
    ],
  },
  {
    codes: /^R56\.9$/,
    axis: 'the kind and the cause of the seizure',
    stated: {
      codes: /^(?:G40|R56\.[01]|F44\.5|E1[013]\.641|F10\.[23]3)/,
      words:
        /epilep|febrile|provoked|withdrawal|psychogenic|nonepileptic|seizure disorder|focal|first[- ]time|new[- ]onset|etiology|unclear|workup|work-up/i,
    },
    values: ['sodium', 'glucose'],
    importance: 2,
    options: [
      'Epilepsy (please state the type)',
      'A provoked seizure (please name the cause)',
      'A single seizure without a known cause',
      'A nonepileptic event',
    ],
  },
  {
    codes: /^F03\.90$/,
    axis: 'the type and the severity of the dementia',
    stated: {
      codes: /^(?:F0[12]|G30|G31|F03\.[ABC]|F03\.91)/,
      words:
        /alzheimer|vascular dement|lewy|frontotemporal|mixed dement|(?:mild|moderate|severe|advanced|end[- ]stage)[^.\n]{0,20}dement/i,
    },
    values: [],
    importance: 1,
    options: [
      'Alzheimer disease; please state mild, moderate or severe',
      'Vascular dementia; please state mild, moderate or severe',
      'Dementia of another cause (please name it and the severity)',
      'Dementia, cause not determined; please state mild, moderate or severe',
    ],
  },
  {
    codes: /^D49/,
    axis: 'the behavior of the neoplasm',
    stated: {
      words:
        /benign|malignan|carcinoma|cancer|in situ|adenoma|sarcoma|lymphoma|melanoma|metast|uncertain behavior|pathology|histolog|biops|\w(?:blastoma|cytoma|noma|lioma|mycoma)\b/i,
    },
    values: [],
    importance: 2,
    options: [
      'Malignant, primary',
      'Malignant, secondary (please name the primary site)',
      'In situ',
      'Benign',
      'Uncertain behavior by pathology',
    ],
  },
];
