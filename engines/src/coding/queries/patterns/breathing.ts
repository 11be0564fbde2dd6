import { type Asking, evidenceOfValue, type Subject, saidNow } from '../asking.ts';
import { told } from '../out-of-range.ts';
import { quoted, type Raised } from '../raised.ts';
import { askAbout } from './ask-about.ts';

const oxygen =
  /\b(?:[4-9]|[1-6]\d) ?(?:L|lpm|liters?)(?:\/min)? ?(?:of |via |by |on )?(?:O2|oxygen|NC|nasal cannula|HFNC|HFNC|high[- ]flow|face ?mask|facemask|NRB)\b|\b(?:bipap|HFNC|high[- ]flow nasal cannula|non-?rebreather|mechanical ventilation|mechanically ventilated|intubated)\b/i;
const breathing: Subject = {
  codes: /^(?:J96|J80|J95\.[12]|R09\.(?:02|2)|Z99\.81|G47\.3|E66\.2|P2)/,
  words:
    /respiratory failure|hypox|hypercap|\b(?:ahrf|ards|osa|ohs)\b|airway protection|sleep apnea|desat|anesthesia|elective|operating room|intraoperative|postoperative ventil|home (?:o2|oxygen)/i,
};

export function oxygenNeed(asking: Asking): Raised | undefined {
  const said = saidNow(asking, oxygen);
  if (!said || asking.speaksOf(breathing)) return undefined;
  const low = asking.current('saturation').filter(({ value }) => value < 92);
  return askAbout(
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
