import type { Measurement, SourceDocument } from '../model/index.ts';

const longestLine = 300;

/**
 * The measured values of a result, one to a line as laboratories print them:
 * `Sodium 128 mmol/L (136-145) L`, `LDL: 141 mg/dL (<100)`, `Hgb A1c 8.2 % (4.0-5.6) H`.
 * Lines of any other form are passed over. Spans run from the name to the end of the range.
 */
export function readMeasurements({ documentId, version, text }: SourceDocument): Measurement[] {
  const found: Measurement[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const measured = line.length <= longestLine ? readLine(line) : undefined;
    if (measured) {
      const { offset, length, ...values } = measured;
      const span = {
        start: start + offset,
        end: start + offset + length,
        quote: line.slice(offset, offset + length),
      };
      found.push({ documentId, version, ...values, span });
    }
    start += line.length + 1;
  }
  return found;
}

type LineReading = Pick<Measurement, 'name' | 'value' | 'unit' | 'low' | 'high'> & {
  offset: number;
  length: number;
};

function readLine(line: string): LineReading | undefined {
  const words = [...line.matchAll(/\S+/g)];
  // The value is the first bare number after at least one word of a name.
  const at = words.findIndex((word, index) => index > 0 && /^[<>]?\d+(?:\.\d+)?[HL]?$/.test(word[0]));
  const value = words[at];
  const first = words[0];
  if (!value || !first || !/\p{L}/u.test(first[0])) return undefined;
  const range = readRange(line, value.index + value[0].length);
  const flagged = /[HL]$/.test(value[0]);
  const next = words[at + 1];
  const unit =
    next && /^[%\p{L}][^\s()]*$|^10\S*$/u.test(next[0]) && !/^[HL]$/i.test(next[0]) ? next : undefined;
  // A number without unit, range or flag is prose, not a measurement.
  if (!unit && !range && !flagged) return undefined;
  const end = range?.end ?? (unit ? unit.index + unit[0].length : value.index + value[0].length);
  return {
    name: line.slice(first.index, value.index).replace(/[\s:=]{1,40}$/, ''),
    value: Number(value[0].replace(/[^\d.]/g, '')),
    ...(unit ? { unit: unit[0].replace(/[,;]$/, '') } : {}),
    ...(range?.low === undefined ? {} : { low: range.low }),
    ...(range?.high === undefined ? {} : { high: range.high }),
    offset: first.index,
    length: end - first.index,
  };
}

/** The reference range in parentheses or brackets behind a value: `(136-145)`, `[<200]`, `(> 40)`. */
function readRange(line: string, from: number): { low?: number; high?: number; end: number } | undefined {
  const open = line.slice(from).search(/[([]/);
  if (open < 0) return undefined;
  const begin = from + open + 1;
  const close = line.slice(begin).search(/[)\]]/);
  if (close < 0) return undefined;
  const inside = line.slice(begin, begin + close).replace(/\s/g, '');
  const end = begin + close + 1;
  const both = /^(-?\d+(?:\.\d+)?)[-–](\d+(?:\.\d+)?)\D*$/.exec(inside);
  if (both) return { low: Number(both[1]), high: Number(both[2]), end };
  const one = /^([<>≤≥])=?(\d+(?:\.\d+)?)\D*$/.exec(inside);
  if (!one) return undefined;
  return one[1] === '<' || one[1] === '≤' ? { high: Number(one[2]), end } : { low: Number(one[2]), end };
}
