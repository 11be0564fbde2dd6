import { type Asking, evidenceOfValue, type Subject } from '../asking.ts';
import type { Raised } from '../raised.ts';
import { askAbout, extreme } from './ask-about.ts';

const pressure: Subject = {
  codes: /^(?:I1[0-6]|R03\.0|O1[0-6]|G93\.2|I67\.4)/,
  words:
    /hypertens|\bhtn\b|high blood pressure|elevated (?:bp|blood pressure)|white coat|bp (?:high|elevated|up)|pre-?eclamp/i,
};
const crisis: Subject = { codes: /^I16/, words: /urgency|emergency|crisis|accelerated|malignant h/i };

/** One reading is no hypertension; this high it is asked about, and in pregnancy from 140/90 on (ACOG Practice Bulletin 222). */
export function highPressure(asking: Asking): Raised | undefined {
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
    return askAbout(
      'blood-pressure',
      isPregnant ? 4 : 2,
      `The record shows blood pressure ${shown.shown}.`,
      options,
      evidence,
    );
  }
  if (!upper || !lower || (upper.value < 200 && lower.value < 125) || isPregnant || asking.speaksOf(crisis))
    return undefined;
  return askAbout(
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

export function lowPressure(asking: Asking): Raised | undefined {
  const found = extreme(asking.current('systolic'), -1);
  if (!found || found.value >= 85 || asking.person.isPregnant) return undefined;
  const explained: Subject = {
    codes: /^(?:I95|R57|R65\.21|T81\.1|T78\.2|O75\.1|A4[01]|I46|R55|K92\.[012]|D62|E86)/,
    words: /hypotens|shock|orthosta|vasopleg|low bp|low blood pressure|syncop|dehydrat|hypovol|anaphyl/i,
  };
  if (asking.speaksOf(explained)) return undefined;
  return askAbout(
    'low-pressure',
    asking.isInpatient ? 4 : 2,
    `The record shows blood pressure ${found.shown}.`,
    ['Hypotension (please state the cause)', 'Shock (please state the type)', 'Orthostatic hypotension'],
    [evidenceOfValue(found)],
  );
}
