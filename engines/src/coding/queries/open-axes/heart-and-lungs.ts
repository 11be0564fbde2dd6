import type { OpenAxis } from './open-axis.ts';

/** Heart and lungs. */
export const heartAndLungs: readonly OpenAxis[] = [
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
    codes: /^I48\.91$/,
    axis: 'the type of the atrial fibrillation',
    stated: {
      codes: /^I48\.[012]/,
      words:
        /(?:paroxysmal|persistent|permanent|chronic|longstanding)[^.\n]{0,20}(?:fib|\baf\b)|(?:fib|\baf)[^.\n]{0,30}(?:paroxysmal|persistent|permanent|chronic)|\bp ?af\b|parox/i,
    },
    values: [],
    importance: 2,
    options: ['Paroxysmal', 'Persistent', 'Longstanding persistent', 'Permanent'],
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
    codes: /^J18\.9$/,
    only: 'inpatient',
    axis: 'the type of pneumonia or its suspected or confirmed organism',
    stated: {
      codes: /^J(?:1[0-7]|18\.[0128]|69|95\.851|85)/,
      words:
        /aspiration pneum|(?:bacterial|viral|gram|mrsa|mssa|pseudomonas|klebsiella|strep\w{0,20}|legionella|covid|influenza|lobar|fungal)[^.\n]{0,20}pneum|pneumonia (?:due|2\/2|secondary|from)|organism (?:unknown|not)/i,
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
];
