import type { Evidence } from '../../model/index.ts';
import { type Asking, evidenceOfValue, type Subject, saidNow } from './asking.ts';
import { told } from './out-of-range.ts';
import { listed, quoted, type Raised, raise } from './raised.ts';
import type { FoundValue } from './values/read-values.ts';

const asks =
  'In your clinical judgment, is there a diagnosis or another clinical significance that goes with these findings?';
const noSignificance = 'No clinical significance';
const trigger = 'indicator-without-diagnosis';

/** What several values say together. */
export function patternsOfValues(asking: Asking): Raised[] {
  if (asking.person.isChild) return [];
  return [
    creatinineRise,
    hemoglobinDrop,
    highPressure,
    lowPressure,
    sepsis,
    oxygenNeed,
    weightLoss,
    urineOutput,
  ].flatMap((pattern) => pattern(asking) ?? []);
}

function ask(
  subject: string,
  importance: number,
  facts: string,
  options: readonly string[],
  evidence: readonly Evidence[],
): Raised {
  return raise(trigger, subject, importance, facts, asks, [...options, noSignificance], evidence);
}

const acuteKidney: Subject = {
  codes: /^(?:N17|N99\.0|O90\.4|T79\.5|N18\.6|I12\.0|Z99\.2)/,
  words:
    /\b(?:aki|arf|atn|esrd)\b|acute (?:kidney|renal|tubular)|hepatorenal|cardiorenal|dialysis|kidney injury/i,
};
const leastRise = 0.3;
const leastRatio = 1.5;

/**
 * A rise of creatinine by 0.3 mg/dL in a stay, or to 1.5 times the baseline. Source: KDIGO, Clinical Practice Guideline for
 * Acute Kidney Injury (2012), 2.1.1.
 */
function creatinineRise(asking: Asking): Raised | undefined {
  const values = asking.all('creatinine').filter(({ bound }) => !bound);
  const [least, most] = [extreme(values, -1), extreme(values, 1)];
  if (!least || !most || most.isPast || asking.speaksOf(acuteKidney)) return undefined;
  const rise = most.value - least.value + 1e-9;
  const ratio = most.value / least.value + 1e-9;
  // A year between two values is no rise of a stay; only the ratio counts against a baseline.
  const rose = ratio >= leastRatio || (asking.isInpatient && rise >= leastRise && !least.isPast);
  if (!rose || most.value < 1.1) return undefined;
  const since = least.isPast ? `, and ${least.shown} before` : `, and ${least.shown} at another time`;
  return ask(
    'kidney',
    asking.isInpatient ? 4 : 3,
    `The record shows creatinine ${most.shown}${since}.`,
    [
      'Acute kidney injury (please state the cause)',
      'Acute tubular necrosis',
      'Chronic kidney disease (please state the stage)',
      'Dehydration without kidney injury',
    ],
    [evidenceOfValue(most), evidenceOfValue(least)],
  );
}

function extreme(values: readonly FoundValue[], sign: 1 | -1): FoundValue | undefined {
  return values.reduce<FoundValue | undefined>(
    (best, one) => (!best || sign * one.value > sign * best.value ? one : best),
    undefined,
  );
}

const leastDrop = 2;
/** A stay in which hemoglobin falls by 2 g/dL to less than 10. */
function hemoglobinDrop(asking: Asking): Raised | undefined {
  const values = asking.all('hemoglobin');
  const [most, least] = [extreme(values, 1), extreme(values, -1)];
  if (!asking.isInpatient || !most || !least || least.isPast || least.value >= 10) return undefined;
  if (most.value - least.value < leastDrop) return undefined;
  if (
    asking.speaksOf({ codes: /^(?:D[56][0-9]|O90\.81|D62)/, words: /anemi|transfusion reaction|hemodilut/i })
  )
    return undefined;
  return ask(
    'anemia',
    4,
    `The record shows hemoglobin ${least.shown}, and ${most.shown} at another time.`,
    [
      'Acute blood loss anemia (please state the cause)',
      'Anemia of another type (please state it)',
      'Dilution without anemia',
    ],
    [evidenceOfValue(least), evidenceOfValue(most)],
  );
}

const pressure: Subject = {
  codes: /^(?:I1[0-6]|R03\.0|O1[0-6]|G93\.2|I67\.4)/,
  words:
    /hypertens|\bhtn\b|high blood pressure|elevated (?:bp|blood pressure)|white coat|bp (?:high|elevated|up)|pre-?eclamp/i,
};
const crisis: Subject = { codes: /^I16/, words: /urgency|emergency|crisis|accelerated|malignant h/i };

/** One reading is no hypertension; this high it is asked about, and in pregnancy from 140/90 on (ACOG Practice Bulletin 222). */
function highPressure(asking: Asking): Raised | undefined {
  const { isPregnant } = asking.person;
  const [most, least] = isPregnant ? [140, 90] : [160, 100];
  const upper = extreme(asking.current('systolic'), 1);
  const lower = extreme(asking.current('diastolic'), 1);
  const shown = upper && upper.value >= most ? upper : lower && lower.value >= least ? lower : undefined;
  if (!shown) return undefined;
  const evidence = [evidenceOfValue(shown)];
  if (!asking.speaksOf(pressure)) {
    const options = isPregnant
      ? ['Gestational hypertension', 'Preeclampsia (please state the severity)', 'Preexisting hypertension']
      : [
          'Hypertension (please state the type)',
          'Elevated blood pressure without a diagnosis of hypertension',
        ];
    return ask(
      'blood-pressure',
      isPregnant ? 4 : 2,
      `The record shows blood pressure ${shown.shown}.`,
      options,
      evidence,
    );
  }
  if (!upper || !lower || (upper.value < 200 && lower.value < 125) || isPregnant || asking.speaksOf(crisis))
    return undefined;
  return ask(
    'blood-pressure',
    3,
    `The record documents hypertension and shows blood pressure ${upper.shown}.`,
    [
      'Hypertension without crisis',
      'Hypertensive urgency',
      'Hypertensive emergency (please name the organ affected)',
    ],
    evidence,
  );
}

function lowPressure(asking: Asking): Raised | undefined {
  const found = extreme(asking.current('systolic'), -1);
  if (!found || found.value >= 85 || asking.person.isPregnant) return undefined;
  const explained: Subject = {
    codes: /^(?:I95|R57|R65\.21|T81\.1|T78\.2|O75\.1|A4[01]|I46|R55|K92\.[012]|D62|E86)/,
    words: /hypotens|shock|orthosta|vasopleg|low bp|low blood pressure|syncop|dehydrat|hypovol|anaphyl/i,
  };
  if (asking.speaksOf(explained)) return undefined;
  return ask(
    'low-pressure',
    asking.isInpatient ? 4 : 2,
    `The record shows blood pressure ${found.shown}.`,
    ['Hypotension (please state the cause)', 'Shock (please state the type)', 'Orthostatic hypotension'],
    [evidenceOfValue(found)],
  );
}

const infections =
  /^(?:A0[0-9]|A[2-4]|B3[4-9]|J0|J1[0-8]|J2[0-2]|J44\.0|J69|J85|J86|K35|K57\.[0-9][02]|K61|K63\.1|K65|K8[01]\.[0-6]|K83\.0|L0[2-8]|M00|M46\.[2-4]|M86|N1[0-2]|N30\.0|N39\.0|N41|T8[0-5]\.[2-9]|G0[0-6]|I33|O85|O86)/;

/** Signs of a systemic response beside a documented infection, in a stay, where sepsis is named in no way. */
function sepsis(asking: Asking): Raised | undefined {
  const infection = asking.settled.find(({ code }) => infections.test(code));
  if (!asking.isInpatient || !infection || asking.person.isPregnant) return undefined;
  if (
    asking.speaksOf({
      codes: /^(?:A4[01]|R65|R57|R78\.81)/,
      words: /sepsis|septic|\bsirs\b|bacterem|urosep/i,
    })
  )
    return undefined;
  const signs = [
    asking.current('temperature').find(({ value }) => value > 38.3 || value < 36),
    asking.current('heart-rate').find(({ value }) => value > 100),
    asking.current('respiratory-rate').find(({ value }) => value > 21),
    asking.current('wbc').find(({ value }) => value > 14 || value < 4),
  ].flatMap((one) => one ?? []);
  const organs = [
    asking.current('lactate').find(({ value }) => value > 2),
    asking.current('systolic').find(({ value }) => value < 90),
  ].flatMap((one) => one ?? []);
  if (signs.length < 2 || signs.length + organs.length < 3) return undefined;
  const found = [...signs, ...organs];
  return ask(
    'sepsis',
    5,
    `The record documents ${quoted(infection.evidence[0] ?? { quote: infection.title })} and shows ${listed(found.map((one) => told(one)))}.`,
    [
      'Sepsis due to this infection',
      'A localized infection without sepsis',
      'A systemic response that is not due to infection (please state the cause)',
    ],
    [...infection.evidence.slice(0, 1), ...found.map(evidenceOfValue)],
  );
}

const oxygen =
  /\b(?:[4-9]|[1-6]\d) ?(?:L|lpm|liters?)(?:\/min)? ?(?:of |via |by |on )?(?:O2|oxygen|NC|nasal cannula|HFNC|HFNC|high[- ]flow|face ?mask|facemask|NRB)\b|\b(?:bipap|HFNC|high[- ]flow nasal cannula|non-?rebreather|mechanical ventilation|mechanically ventilated|intubated)\b/i;
const breathing: Subject = {
  codes: /^(?:J96|J80|J95\.[12]|R09\.(?:02|2)|Z99\.81|G47\.3|E66\.2|P2)/,
  words:
    /respiratory failure|hypox|hypercap|\b(?:ahrf|ards|osa|ohs)\b|airway protection|sleep apnea|desat|anesthesia|elective|operating room|intraoperative|postoperative ventil|home (?:o2|oxygen)/i,
};

function oxygenNeed(asking: Asking): Raised | undefined {
  const said = saidNow(asking, oxygen);
  if (!said || asking.speaksOf(breathing)) return undefined;
  const low = asking.current('saturation').filter(({ value }) => value < 92);
  return ask(
    'respiratory',
    4,
    `The record documents ${quoted(said)}${low[0] ? ` and shows ${told(low[0])}` : ''}.`,
    [
      'Respiratory failure (please state: acute, chronic or both; with hypoxia, hypercapnia or both)',
      'Hypoxemia without respiratory failure',
      'Support without respiratory failure (please state the reason)',
    ],
    [said, ...low.slice(0, 1).map(evidenceOfValue)],
  );
}

const loss =
  /\b(?:lost|loss of|weight loss of|wt loss of|weight loss|wt loss|down) (?:about |of |~)?(?:1[0-9]|[2-4]\d)(?:\.\d)? ?%|\b(?:1[0-9]|[2-4]\d)(?:\.\d)? ?% (?:of (?:his |her |their )?)?(?:body ?weight|weight loss|wt loss|body wt|unintentional)/i;

function weightLoss(asking: Asking): Raised | undefined {
  const said = saidNow(asking, loss);
  const explained: Subject = {
    codes: /^(?:E4[0-6]|E64|R63\.4|R64|F50|E66)/,
    words:
      /malnutr|cachex|intention|bariatric|semaglutide|tirzepatide|ozempic|wegovy|diet(?:ing)? (?:and|plan)|obes/i,
  };
  if (!said || asking.person.isPregnant || asking.speaksOf(explained)) return undefined;
  return ask(
    'nutrition',
    asking.isInpatient ? 3 : 2,
    `The record documents ${quoted(said)}.`,
    [
      'Malnutrition (please state the severity)',
      'Abnormal weight loss without malnutrition (please state the cause)',
      'Cachexia (please state the cause)',
    ],
    [said],
  );
}

const littleUrine =
  /\b(?:uop|urine output|uo)(?: of| was| only|:)? ?(?:0\.[0-4]\d? ?(?:ml|cc)\/kg\/h|(?:[1-9]\d|[1-3]\d\d) ?(?:ml|cc)(?:\/| in | over | per )(?:24|day|d\b))|\b(?:oliguric|oliguria|anuric|anuria)\b/i;

function urineOutput(asking: Asking): Raised | undefined {
  const said = saidNow(asking, littleUrine);
  const explained: Subject = {
    codes: /^(?:N1[789]|R3[34]|N13|I12|I13|N40\.1)/,
    words:
      /\b(?:aki|ckd|esrd|atn)\b|(?:kidney|renal) (?:injury|failure|disease)|retention|dialysis|obstruct/i,
  };
  if (!said || asking.speaksOf(explained)) return undefined;
  return ask(
    'kidney',
    3,
    `The record documents ${quoted(said)}.`,
    [
      'Acute kidney injury (please state the cause)',
      'Urinary retention',
      'Dehydration without kidney injury',
    ],
    [said],
  );
}
