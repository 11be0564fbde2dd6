import { type Asking, evidenceOfValue, type Subject, saidNow } from '../asking.ts';
import { quoted, type Raised } from '../raised.ts';
import { askAbout, extreme } from './ask-about.ts';

const leastDrop = 2;
/** A stay in which hemoglobin falls by 2 g/dL to less than 10. */
export function hemoglobinDrop(asking: Asking): Raised | undefined {
  const values = asking.all('hemoglobin');
  const [most, least] = [extreme(values, 1), extreme(values, -1)];
  if (!asking.isInpatient || !most || !least || least.isPast || least.value >= 10) return undefined;
  if (most.value - least.value < leastDrop) return undefined;
  if (
    asking.speaksOf({ codes: /^(?:D[56][0-9]|O90\.81|D62)/, words: /anemi|transfusion reaction|hemodilut/i })
  )
    return undefined;
  return askAbout(
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

const loss =
  /\b(?:lost|loss of|weight loss of|wt loss of|weight loss|wt loss|down) (?:about |of |~)?(?:1[0-9]|[2-4]\d)(?:\.\d)? ?%|\b(?:1[0-9]|[2-4]\d)(?:\.\d)? ?% (?:of (?:his |her |their )?)?(?:body ?weight|weight loss|wt loss|body wt|unintentional)/i;

export function weightLoss(asking: Asking): Raised | undefined {
  const said = saidNow(asking, loss);
  const explained: Subject = {
    codes: /^(?:E4[0-6]|E64|R63\.4|R64|F50|E66)/,
    words:
      /malnutr|cachex|intention|bariatric|semaglutide|tirzepatide|ozempic|wegovy|diet(?:ing)? (?:and|plan)|obes/i,
  };
  if (!said || asking.person.isPregnant || asking.speaksOf(explained)) return undefined;
  return askAbout(
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
