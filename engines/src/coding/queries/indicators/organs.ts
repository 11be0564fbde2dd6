import type { Subject } from '../asking.ts';
import type { Indicator } from './indicator.ts';

const liver: Subject = {
  codes: /^(?:K7[0-7]|K8[0-3]|B1[5-9]|B25|R17|R74|R94\.5|C22|C25|C78\.7|T39|E80|O26\.6|M62\.82)/,
  words:
    /hepat|liver|jaundice|transaminit|lfts?\b|cirrho|cholangi|cholecyst|choledoch|biliary|gilbert|hemoly|rhabdo|hyperbili|(?:high|elevated) bili/i,
};

/** Heart, lungs, liver, pancreas and muscle. */
export const organs: readonly Indicator[] = [
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
        /nstemi|stemi|infarct|\bacs\b|demand|myocardial injury|(?:elevat\w{1,8}|demand|flat|rising|chronic) trop|trop\w{0,8} (?:elevat|leak|rise|bump|flat)|myocardit|coronary syndrome|takotsubo|type 2 mi/i,
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
    explainedBy: { codes: /^(?:K8[56]|R74\.8|C25)/, words: /pancreat|(?:high|elevated) lipase|lipasemia/i },
    options: ['Acute pancreatitis (please state the cause)', 'Elevated lipase without pancreatitis'],
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
