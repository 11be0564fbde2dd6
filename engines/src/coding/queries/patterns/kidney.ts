import { type Asking, evidenceOfValue, type Subject, saidNow } from '../asking.ts';
import { quoted, type Raised } from '../raised.ts';
import { askAbout, extreme } from './ask-about.ts';

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
export function creatinineRise(asking: Asking): Raised | undefined {
  const values = asking.all('creatinine').filter(({ bound }) => !bound);
  const [least, most] = [extreme(values, -1), extreme(values, 1)];
  if (!least || !most || most.isPast || asking.speaksOf(acuteKidney)) return undefined;
  const rise = most.value - least.value + 1e-9;
  const ratio = most.value / least.value + 1e-9;
  // A year between two values is no rise of a stay; only the ratio counts against a baseline.
  const rose = ratio >= leastRatio || (asking.isInpatient && rise >= leastRise && !least.isPast);
  if (!rose || most.value < 1.1) return undefined;
  const since = least.isPast ? `, and ${least.shown} before` : `, and ${least.shown} at another time`;
  return askAbout(
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

const littleUrine =
  /\b(?:uop|urine output|uo)(?: of| was| only|:)? ?(?:0\.[0-4]\d? ?(?:ml|cc)\/kg\/h|(?:[1-9]\d|[1-3]\d\d) ?(?:ml|cc)(?:\/| in | over | per )(?:24|day|d\b))|\b(?:oliguric|oliguria|anuric|anuria)\b/i;

export function urineOutput(asking: Asking): Raised | undefined {
  const said = saidNow(asking, littleUrine);
  const explained: Subject = {
    codes: /^(?:N1[789]|R3[34]|N13|I12|I13|N40\.1)/,
    words:
      /\b(?:aki|ckd|esrd|atn)\b|(?:kidney|renal) (?:injury|failure|disease)|retention|dialysis|obstruct/i,
  };
  if (!said || asking.speaksOf(explained)) return undefined;
  return askAbout(
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
