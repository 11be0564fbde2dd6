import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPath } from '@superbill/server/data-directory';
import { z } from 'zod';

const folder = shippedPath('demo', 'encounters');

export const states = [
  'to-code',
  'query-open',
  'coded',
  'held',
  'sent',
  'rejected',
  'denied',
  'paid',
  'reduced-with-patient-responsibility',
  'patient-billed',
  'self-pay',
] as const;

const encounterShape = z.strictObject({
  file: z.string(),
  patient: z.string(),
  practitioner: z.string(),
  location: z.string(),
  daysAgo: z.coerce.number().int().min(1).max(200),
  class: z.enum(['office', 'telehealth']),
  state: z.enum(states),
  charge: z.array(z.string()),
  code: z.array(z.string()),
  query: z.array(z.string()),
  authorization: z.array(z.string()),
  documents: z
    .array(
      z.strictObject({
        kind: z.enum(['note', 'result', 'addendum', 'report']),
        title: z.string().min(1),
        text: z.string().min(1),
      }),
    )
    .min(1),
});
export type DemoEncounter = z.output<typeof encounterShape>;

function readEncounter(file: string): DemoEncounter {
  const [head = '', ...sections] = readFileSync(join(folder, file), 'utf8').split(/^=== /m);
  const repeated: Record<string, string[]> = { charge: [], code: [], query: [], authorization: [] };
  const single: Record<string, string> = {};
  for (const line of head.trimEnd().split('\n')) {
    const [, key, value] = need(/^([a-zA-Z]+): (.+)$/, line, file);
    const list = repeated[key];
    if (list) list.push(value);
    else single[key] = value;
  }
  const documents = sections.map((section) => {
    const [, kind, title, text] = need(/^([a-z]+): (.+)\n([\s\S]*)$/, section, file);
    return { kind, title, text: text.trimEnd() };
  });
  return encounterShape.parse({ file, ...single, ...repeated, documents });
}

/** Reads the demo's encounter files strictly: an unknown key or a line of another shape throws. */
export function readDemoEncounters(): DemoEncounter[] {
  return readdirSync(folder)
    .sort((a, b) => (a < b ? -1 : 1))
    .map(readEncounter);
}

/** `CODE [MODIFIER...] xUNITS [-> 1,2]`; `-> none` points at no diagnosis. */
export function readCharge(text: string) {
  const [, procedure, modifiers, units, pointers] = need(
    /^([0-9A-Z]\d{4})((?: [0-9A-Z]{2})*) x(\d+)(?: -> (none|\d(?:,\d){0,3}))?$/,
    text,
    'charge',
  );
  return {
    procedure,
    modifiers: modifiers.split(' ').filter(Boolean),
    units: Number(units),
    /** Undefined when the line has no arrow: then every diagnosis, up to four. */
    pointers: pointers === '' ? undefined : pointers === 'none' ? [] : pointers.split(',').map(Number),
  };
}

/** `CODE <- "quote"`. */
export function readCode(text: string) {
  const [, icd, quote] = need(/^([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?) <- "(.+)"$/, text, 'code');
  return { code: icd, quote };
}

/** `payer | procedure | number | how, daysAgo: N`. */
export function readAuthorization(text: string) {
  const [, payer, procedure, number, how, daysAgo] = need(
    /^(\w+) \| (\w{5}) \| (\w+) \| (.+), daysAgo: (\d+)$/,
    text,
    'authorization',
  );
  return { payer, procedure, number, how, daysAgo: Number(daysAgo) };
}

/** `practitioner | question | options: a; b; unable to determine`. */
export function readQuery(text: string) {
  const [, practitioner, question, options] = need(/^(d\d\d) \| ([^|]+) \| options: (.+)$/, text, 'query');
  return { practitioner, question, options: options.split('; ') };
}

/** `Name value unit (low-high) flag?`, where low or high may be missing: `(<200)`, `(>40)`. */
export function readResultLine(text: string) {
  const [, name, value, unit, low, high, below, above, flag] = need(
    /^(.+?) (\d+(?:\.\d+)?) (\S+) \((?:([\d.]+)-([\d.]+)|<([\d.]+)|>([\d.]+))\)(?: (H|L))?$/,
    text,
    'result',
  );
  const bound = (text: string) => (text === '' ? undefined : Number(text));
  return { name, value: Number(value), unit, low: bound(low || above), high: bound(high || below), flag };
}

/** Matches or throws; a group that took no part reads as empty text. */
function need(pattern: RegExp, text: string, where: string): Parts {
  const match = pattern.exec(text);
  if (!match) throw new Error(`${where}: cannot read "${text.slice(0, 80)}"`);
  const part = (n: number) => match[n] ?? '';
  return [text, part(1), part(2), part(3), part(4), part(5), part(6), part(7), part(8)];
}
type Parts = [string, string, string, string, string, string, string, string, string];
