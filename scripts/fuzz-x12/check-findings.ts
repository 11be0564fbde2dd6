import {
  type Segment,
  StreamingValidation,
  tokenize,
  type Validation,
  validate,
  type X12Finding,
} from '../../engines/src/x12/index.ts';
import { Dice, digest } from '../dice.ts';
import { canary } from './canary.ts';
import { toText } from './file-text.ts';
import { codes, partner } from './ports.ts';
import type { Trial } from './trial.ts';
import { foreignWords } from './vocabulary.ts';

const options = { snip: 7, codes, partner } as const;

/** Beyond so many, one for each transaction is told, that there are too many, and what could not be checked. */
const mostFindings = 10_001;

/** Checks the file at all SNIP types: what is refused says where, in words of our own, however the bytes come. */
export function checkFindings(trial: Trial): Validation | undefined {
  const { bytes } = trial;
  const validation = trial.run('validate', () => validate(bytes, options));
  const cutting = trial.run('tokenize', () => tokenize(bytes));
  if (!validation || !cutting) return undefined;
  const { valid, findings } = validation;
  trial.isValid = valid;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (valid !== (errors.length === 0))
    trial.fail('a refusal says where', 'validity', `${errors.length} errors`);
  if (findings.length > mostFindings + validation.transactions.length)
    trial.fail('findings are bounded', '', String(findings.length));
  const faults = new Map(cutting.faults.map(({ ordinal, position }) => [ordinal, position]));
  const segments = cutting.interchanges.flatMap((interchange) => interchange.segments);
  const stands = new Map(segments.map((segment) => [segment.ordinal, segment]));
  const fatal = cutting.faults.find((fault) => fault.fatal);
  for (const finding of findings) {
    checkPlace(trial, finding, stands.get(finding.segment)?.position ?? faults.get(finding.segment));
    if (finding.id === '' && finding.code !== fatal?.code && !nameless.has(finding.code)) {
      trial.fail('a refusal says where', `no id: ${finding.code}`, JSON.stringify(finding));
    }
    checkWords(trial, finding);
  }
  for (const segment of segments) checkSegment(trial, segment);
  const leaking = findings.find((finding) => canary.test(JSON.stringify(finding)));
  if (leaking)
    trial.fail('findings repeat nothing of the file', `canary: ${leaking.code}`, JSON.stringify(leaking));
  checkChunks(trial, validation);
  return validation;
}

/** Of these there is no segment to name: nothing stands there, or the file as a whole is meant. */
const nameless = new Set(['segment-empty', 'code-set-not-loaded', 'too-many-findings']);

function checkPlace(trial: Trial, finding: X12Finding, due: number | undefined): void {
  const { segment, position, code } = finding;
  const isOfFile = segment === 0 && (code === 'empty' || code === 'code-set-not-loaded');
  const isThere = Number.isInteger(position) && position >= 0 && position <= trial.bytes.length;
  if (!isThere || (!isOfFile && due !== position)) {
    trial.fail('a refusal says where', `position: ${code}`, `${JSON.stringify(finding)}, due at ${due}`);
  }
}

const shapes: readonly (readonly [keyof X12Finding, RegExp])[] = [
  ['id', /^(?:[A-Z][A-Z0-9]{1,2}|\?\?\?|)$/],
  ['element', /^[A-Z][A-Z0-9]{1,2}\d\d(?:-\d{1,2})?$/],
  ['loop', /^(?:\d{4}[A-Z]{0,2}|)$/],
  ['code', /^[a-z0-9-]+$/],
];

/** A finding is made of places and of the library's own words, never of what the file says. */
function checkWords(trial: Trial, finding: X12Finding): void {
  const text = () => JSON.stringify(finding);
  for (const [name, shape] of shapes) {
    const value = finding[name];
    if (value !== undefined && !shape.test(String(value))) {
      trial.fail('findings repeat nothing of the file', `${name}: ${finding.code}`, text());
    }
  }
  const [word] = foreignWords(finding.message);
  if (word !== undefined)
    trial.fail('findings repeat nothing of the file', `word: ${finding.code}`, `${word}: ${text()}`);
}

/** A segment stands where it is said to stand. */
function checkSegment(trial: Trial, { id, position }: Segment): void {
  const { bytes } = trial;
  if (!/^[!-~]{0,20}$/.test(id)) return;
  const there = toText(bytes.subarray(position, position + 200)).replace(/[\r\n]+/g, '');
  if (!there.startsWith(id)) trial.fail('a refusal says where', 'segment', `${id} is not at ${position}`);
}

/** In chunks of any size the findings are the same. */
function checkChunks(trial: Trial, whole: Validation): void {
  const { bytes } = trial;
  const dice = new Dice(digest(bytes));
  const most = bytes.length < 4000 && dice.oneIn(4) ? 1 : dice.pick([2, 7, 100, 1000, 20_000]);
  const sizes = Array.from({ length: 64 }, () => dice.between(dice.oneIn(8) ? 0 : 1, most));
  const streamed = trial.run('validate in chunks', () => {
    const validating = new StreamingValidation(options);
    for (let [at, turn] = [0, 0]; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      validating.push(bytes.subarray(at, at + size));
      at += size;
    }
    return validating.end();
  });
  if (!streamed || JSON.stringify(streamed) === JSON.stringify(whole)) return;
  const [one, other] = [streamed, whole].map(({ findings }) =>
    findings.map((finding) => JSON.stringify(finding)),
  );
  const at = one?.findIndex((finding, index) => finding !== other?.[index]) ?? -1;
  const { code = '' } = streamed.findings[at] ?? whole.findings[streamed.findings.length] ?? {};
  trial.fail('chunks make no difference', code, `${one?.[at]} / ${other?.[at]}`);
}
