import { isDeepStrictEqual } from 'node:util';
import {
  read277CA,
  read835,
  read837,
  read999,
  readDocument,
  readTA1,
  StreamingDocument,
  sniff,
  tokenize,
  type Validation,
  write835,
  write837,
  writeDocument,
  type X12Document,
  X12WriteError,
} from '../../engines/src/x12/index.ts';
import { digest } from '../dice.ts';
import { checkDecisions } from './check-answers.ts';
import type { Trial } from './trial.ts';

const isDeclared = (error: unknown): error is X12WriteError => error instanceof X12WriteError;

const readers = {
  '837': read837,
  '835': read835,
  '999': read999,
  TA1: readTA1,
  '277CA': read277CA,
} as const;

/**
 * Readers answer whatever the bytes are; what they read of a sound file can be written and read again. Claims of
 * an interchange that is not refused as a whole are decided on.
 */
export function checkReading(trial: Trial, validation: Validation, isRefused: boolean): void {
  const { bytes } = trial;
  const kinds = trial.run('sniff', () => sniff(bytes)) ?? [];
  const names = Object.keys(readers) as (keyof typeof readers)[];
  // Those that find something, and one of the others.
  const other = digest(bytes) % names.length;
  const wanted = names.filter(
    (name, index) => index === other || kinds.some((kind) => kind.startsWith(name)),
  );
  for (const name of wanted) {
    if (name === '837') readClaims(trial, validation, isRefused);
    else if (name === '835') readRemits(trial, validation);
    else trial.run(readers[name].name, () => readers[name](bytes));
  }
  checkDocument(trial, validation);
}

/** Writing takes accents from letters, as payers' systems expect, so that no more than ASCII comes back as it was. */
const isPlain = ({ bytes }: Trial) => bytes.every((byte) => byte < 0x80);

function readClaims(trial: Trial, { valid }: Validation, isRefused: boolean): void {
  const reading = trial.run('read837', () => read837(trial.bytes));
  for (const received of reading?.submissions ?? []) {
    if (!isRefused) checkDecisions(trial, received);
    const { faults: _, batch: __, kind: ___, ...submission } = received;
    if (!valid || !isPlain(trial) || submission.claims.length === 0) continue;
    const written = trial.run('write837', () => write837({ ...submission, controlNumbers: one }), isDeclared);
    if (written === undefined) continue;
    const [again] = read837(written).submissions;
    const claims = tidy(submission.claims.map(asSent));
    const differs = claims.findIndex((claim, index) => !isDeepStrictEqual(claim, again?.claims[index]));
    if (differs >= 0) {
      const [before, after] = [claims[differs], again?.claims[differs]];
      trial.fail('what is read can be written', difference(before, after), JSON.stringify([before, after]));
    }
  }
}

/** Blanks at the ends of a text are not written, as X12.6 has it. */
function tidy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === 'string' ? inner.trim() : inner));
}

const one = { interchange: 1, group: 1, transaction: 1 };

type Claim = ReturnType<typeof read837>['submissions'][number]['claims'][number];

/** The guide has nothing sent of a subscriber who is not the patient. */
function asSent(claim: Claim): Claim {
  if (claim.patient === undefined) return claim;
  const { birthDate: _, sex: __, address: ___, ...subscriber } = claim.subscriber;
  return { ...claim, subscriber };
}

function readRemits(trial: Trial, { valid }: Validation): void {
  const reading = trial.run('read835', () => read835(trial.bytes));
  for (const exchange of valid && isPlain(trial) ? (reading?.exchanges ?? []) : []) {
    const written = trial.run('write835', () => write835({ ...exchange, controlNumbers: one }), isDeclared);
    if (written === undefined) continue;
    const { remits } = read835(written);
    const sent = tidy(exchange.remits);
    const differs = sent.findIndex((remit, index) => !isDeepStrictEqual(remit, remits[index]));
    if (differs < 0) continue;
    const [before, after] = [sent[differs], remits[differs]];
    trial.fail('what is read can be written', difference(before, after), JSON.stringify([before, after]));
  }
}

/** Faults of the envelope, after which there is no saying what was meant: writing makes it whole. */
const broken = /^(?:se|ge|iea)-|^(?:segment-outside|segment-empty|unterminated|too-many-findings)$|^isa-/;

/**
 * What a sound file may hold and nobody can write: separators at the end of a TA1 that are control characters,
 * and texts in two encodings.
 */
const unwritten = /acknowledgements\[\d+\]\.element|holds a character that ISO-8859-1 has not/;

/** A file becomes a document, and that the same segments again. */
function checkDocument(trial: Trial, { findings }: Validation): void {
  const { bytes } = trial;
  const isSound = findings.every(({ severity, snip }) => severity !== 'error' || snip > 2);
  // What a file with faults is as a document is of less weight, and looked at less often.
  if (!isSound && digest(bytes) % 3 > 0) return;
  const document = trial.run('readDocument', () => readDocument(bytes, { snip: 1 }));
  if (!document) return;
  checkStream(trial, document);
  const isWhole = !findings.some(({ code }) => broken.test(code));
  // Of what no guide is held for, not all is checked that writing looks at.
  const isKnown = !findings.some(({ code }) => code === 'guide-not-held');
  const written = trial.run(
    'writeDocument',
    () => writeDocument(JSON.parse(JSON.stringify(document))),
    (error) => isDeclared(error) && (!isSound || !isKnown || unwritten.test(error.message)),
  );
  if (written === undefined || !isWhole) return;
  const [before, after] = [contentOf(bytes), contentOf(written)];
  // Nonsense may hold a delimiter where a name is due, and is then written with others.
  if (!isSound && before.delimiters !== after.delimiters) return;
  const at = before.segments.findIndex((segment, index) => segment !== after.segments[index]);
  if (at < 0 && before.segments.length === after.segments.length) return;
  const [one = 'end', other] = [before.segments[at], after.segments[at]];
  trial.fail(
    'a document is written as it was',
    `${isSound ? 'sound' : 'unsound'} ${one.slice(0, 3)}`,
    `${one} / ${other}`,
  );
}

/** Read in chunks, its units one by one, it has the same transactions. */
function checkStream(trial: Trial, whole: X12Document): void {
  const { bytes } = trial;
  const streamed = trial.run('stream a document', () => {
    const reading = new StreamingDocument(() => undefined);
    for (let at = 0; at < bytes.length; at += 500) reading.push(bytes.subarray(at, at + 500));
    return reading.end();
  });
  const [one, other] = [streamed, whole].map((document) =>
    document?.interchanges.flatMap(({ groups = [] }) =>
      groups.map(({ transactions }) => transactions.length),
    ),
  );
  if (streamed && one?.join() !== other?.join()) {
    trial.fail('chunks make no difference', 'document', `${one} / ${other}`);
  }
}

/** The delimiters, and the segments without the blanks of an ISA, which a line break within it makes fewer. */
function contentOf(bytes: Uint8Array): { delimiters: string; segments: string[] } {
  const { interchanges } = tokenize(bytes);
  return {
    delimiters: JSON.stringify(interchanges.map(({ delimiters }) => delimiters)),
    segments: interchanges.flatMap(({ segments }) =>
      segments.map(({ id, elements }) =>
        (id === 'ISA' ? elements.map((text) => text.trim()) : elements).join('\u0000'),
      ),
    ),
  };
}

/** The path to the first place where two values differ. */
function difference(one: unknown, other: unknown, path = ''): string {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return path;
  const members = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of members) {
    const [a, b] = [Reflect.get(one, name), Reflect.get(other, name)];
    if (!isDeepStrictEqual(a, b)) return difference(a, b, `${path}.${/^\d+$/.test(name) ? '*' : name}`);
  }
  return path;
}
