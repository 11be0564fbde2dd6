import type { OpenAxis } from './open-axis.ts';

/** Mind, brain and nerves. */
export const mindAndNerves: readonly OpenAxis[] = [
  {
    codes: /^(?:F32\.(?:A|9)|F33\.9)$/,
    axis: 'the episode, the severity and the remission of the depression',
    stated: {
      codes: /^F3[23]\.[0-58]|^F3[23]\.4|^F34|^F31|^F43\.2/,
      words:
        /(?:mild|moderate|severe|remission|recurrent|single episode|major|persistent|postpartum|seasonal|situational)[^.\n]{0,30}(?:depress|\bmdd\b)|(?:depress|mdd)[^.\n]{0,34}(?:mild|moderate|severe|remission|recurrent|single)/i,
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
    codes: /^G93\.40$/,
    axis: 'the type of the encephalopathy, and its cause if known,',
    stated: {
      codes: /^(?:G93\.4[1-9]|G92|K76\.82|I67\.4|G31|E51\.2)/,
      words:
        /(?:metabolic|toxic|hepatic|hypertensive|septic|uremic|anoxic|hypoxic|wernicke)[^.\n]{0,20}enceph|enceph[^.\n]{0,34}(?:due to|2\/2|secondary|from)/i,
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
];
