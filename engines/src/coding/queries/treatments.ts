import type { Subject } from './asking.ts';

/** A treatment that is given for an acute condition, as records word it. */
export interface Treatment {
  words: RegExp;
  subject: string;
  importance: number;
  only?: 'inpatient';
  explainedBy: Subject;
  options: readonly string[];
}

const infection =
  /infect|pneumon|\b(?:uti|sbp|pna|cap|hap|vap|ssti|pid)\b|cellulit|sepsis|septic|abscess|mening|cholang|cholecyst|appendic|diverticul|pyelo|cystitis|osteomyel|neutropenic fever|bacterem|endocard|prophyl|peri-?op|pre-?op|surg|empyema|perforat|peritonit|colitis|c\.? ?diff|mastoid|tonsil|sinusit|otitis|gbs|chorio|endometrit|lyme|syphilis|gonorr|fasciit|gangren|wound|copd|ulcer|rule[- ]out|r\/o/i;

export const treatments: readonly Treatment[] = [
  {
    words:
      /\b(?:norepinephrine|levophed|vasopressin|phenylephrine drip|neosynephrine|dopamine drip|vasopressors?|pressors)\b/i,
    subject: 'low-pressure',
    importance: 5,
    only: 'inpatient',
    explainedBy: {
      codes: /^(?:R57|R65\.21|I95|T81\.1|T78\.2|I46|T8[0-8]|O75\.1|K76\.7)/,
      words: /shock|hypotens|anaphyl|vasopleg|anesth|arrest|never hypotensive|no pressors/i,
    },
    options: [
      'Septic shock',
      'Cardiogenic shock',
      'Hypovolemic or hemorrhagic shock',
      'Hypotension without shock (please state the cause)',
    ],
  },
  {
    words:
      /\btransfused(?: (?:[1-9]|one|two|three|four) ?(?:units?|u)\b)?(?: of)?(?: prbcs?| packed red (?:blood )?cells| red cells| blood)?|\b(?:[1-9]|one|two|three|four) ?(?:units?|u) (?:of )?(?:prbcs?|packed (?:red )?(?:blood )?cells|blood|red cells|rbcs?)\b/i,
    subject: 'anemia',
    importance: 4,
    explainedBy: {
      codes: /^(?:D5|D6|O72|O90\.81|C9[0-5]|R58|K92|D7[0-7])/,
      words:
        /anemi|thrombocytop|coagulop|sickle|thalassem|leukem|myelodys|exchange transf|hemorrhagic shock|platelets? transf|transfused platelets/i,
    },
    options: [
      'Acute blood loss anemia (please state the cause)',
      'Chronic anemia (please state the type)',
      'Transfusion for another reason (please state it)',
    ],
  },
  {
    words:
      /\b(?:vancomycin|zosyn|piperacillin|cefepime|meropenem|ceftriaxone|rocephin|unasyn|ampicillin-sulbactam|ertapenem|daptomycin|aztreonam)\b/i,
    subject: 'infection',
    importance: 3,
    only: 'inpatient',
    explainedBy: {
      codes:
        /^(?:A|B|J[0-2]|J69|J85|J86|J44\.0|K35|K57|K6[15]|K8[0-3]|L0|M00|M86|N1|N3|N4[159]|N7|O|P|T8|G0|H6|H7|I33|R50|R78|D70|S)/,
      words: infection,
    },
    options: [
      'An infection that was treated (please name it and the organism, if known)',
      'An infection that was suspected and ruled out',
      'Prevention of infection',
    ],
  },
  {
    words:
      /\b(?:potassium|K\+?|KCl|lytes|electrolytes)(?: was| were| is| chloride)? (?:repleted|replaced|repletion|replacement|supplemented)\b|\b(?:repleted|replaced|repleting|replacing) (?:potassium|K\b|lytes|electrolytes)/i,
    subject: 'potassium',
    importance: 2,
    explainedBy: {
      codes: /^E87\.6/,
      words: /hypokal|hypok\b|low (?:potassium|k)\b|\bdka\b|ketoacid|tube feed/i,
    },
    options: [
      'Hypokalemia',
      'Another electrolyte disorder (please name it)',
      'Prevention without a low value',
    ],
  },
  {
    words:
      /\b(?:tube feed(?:s|ing|ings)?|enteral (?:nutrition|feeding|feeds)|peg feed(?:s|ing|ings)?|tpn|parenteral nutrition)\b/i,
    subject: 'nutrition',
    importance: 3,
    only: 'inpatient',
    explainedBy: {
      codes: /^(?:E4[0-6]|R13|R63|I69|E64|K56|K91|P|R62|K85|C)/,
      words:
        /malnut|dysphag|aspirat|swallow|poor (?:oral |po )?intake|thrive|ileus|obstruct|fistula|\bnpo\b|intubat|ventilat|anorexia|refeeding|\bals\b/i,
    },
    options: [
      'Malnutrition (please state the severity)',
      'Dysphagia (please state phase and cause)',
      'Another reason (please state it)',
    ],
  },
  {
    words: /\b(?:hemodialysis|dialyzed|crrt|cvvh|peritoneal dialysis)\b/i,
    subject: 'kidney',
    importance: 4,
    explainedBy: {
      codes: /^(?:N1[789]|I1[23]|Z99\.2|T[3-6]|E87|O90\.4|Z49)/,
      words:
        /\b(?:esrd|eskd|aki|ckd|arf|atn)\b|(?:renal|kidney) (?:failure|disease|injury)|overdose|poison|fistula for/i,
    },
    options: [
      'End-stage kidney disease',
      'Acute kidney injury (please state the cause)',
      'Poisoning (please name the substance)',
    ],
  },
  {
    words:
      /\b(?:home (?:oxygen|o2)|(?:oxygen|o2) at home|chronic(?:ally)? (?:on )?(?:home )?(?:oxygen|o2)|[1-6] ?L (?:home|chronic|continuous(?:ly)?) ?(?:o2|oxygen)?)\b/i,
    subject: 'respiratory',
    importance: 2,
    explainedBy: {
      codes: /^(?:J96|R09\.02|G47\.3|E66\.2|I27|G44\.0)/,
      words: /respiratory failure|hypox|nocturnal (?:o2|oxygen)|cluster|sleep apnea/i,
    },
    options: [
      'Chronic respiratory failure (please state hypoxia, hypercapnia or both)',
      'Chronic hypoxemia without respiratory failure',
      'Oxygen for comfort or at night only',
    ],
  },
];
