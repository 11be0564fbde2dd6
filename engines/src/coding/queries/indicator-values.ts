import type { Measurement, SourceDocument } from '../../model/index.ts';
import { type Indicator, indicators } from './indicators.ts';

/** A value found in running text, and what it measures. */
export interface FoundMeasurement extends Measurement {
  indicator: Indicator;
}

const byLabel = new Map(
  indicators.flatMap((indicator) => indicator.labels.map((label) => [label, indicator] as const)),
);
/** Words that may stand between a measurement's name and its value. */
const linking = new Set([
  'of',
  'is',
  'was',
  'at',
  'level',
  'low',
  'high',
  'elevated',
  'h',
  'l',
  'most',
  'recent',
  'today',
  'serum',
  'to',
  'a1c',
  'down',
  'up',
  'd',
  'saturation',
  'ra',
]);
const mostBetween = 4;

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The number that begins at a place, with one decimal point at most. */
function numberAt(text: string, at: number): { value: number; end: number } | undefined {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === at) return undefined;
  if (text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1))) {
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  return end - at > 8 ? undefined : { value: Number(text.slice(at, end)), end };
}

/** The values of the indicators a document states, `Na 128 (L)` or `sodium was 128`, in one pass. */
export function measurementsIn(document: SourceDocument): FoundMeasurement[] {
  const { text } = document;
  const found: FoundMeasurement[] = [];
  let open: { indicator: Indicator; start: number; between: number } | undefined;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      const number = numberAt(text, at);
      if (open && number) {
        const { indicator, start } = open;
        const [least, most] = indicator.plausible;
        if (number.value >= least && number.value <= most) {
          const span = { start, end: number.end, quote: text.slice(start, number.end) };
          const { documentId, version } = document;
          found.push({
            documentId,
            version,
            name: indicator.name,
            value: number.value,
            unit: indicator.unit,
            span,
            indicator,
          });
        }
      }
      open = undefined;
      at = number?.end ?? at + 1;
      while (isDigit(text.charCodeAt(at))) at++;
    } else if ((unit | 32) >= 97 && (unit | 32) <= 122) {
      let end = at;
      while (
        end < text.length &&
        /[A-Za-z0-9]/.test(text.charAt(end)) &&
        (end === at || !startsNumber(text, at, end))
      )
        end++;
      const word = text.slice(at, end).toLowerCase();
      const indicator = byLabel.get(word);
      if (indicator) open = { indicator, start: open && linking.has(word) ? open.start : at, between: 0 };
      else if (open && (!linking.has(word) || ++open.between > mostBetween)) open = undefined;
      at = end;
    } else {
      if (unit === 10 || unit === 59 || (unit === 46 && !isDigit(text.charCodeAt(at + 1)))) open = undefined;
      at++;
    }
  }
  return found;
}

/** `K2.9`: a label that runs into its value. */
function startsNumber(text: string, from: number, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && byLabel.has(text.slice(from, at).toLowerCase());
}
