import type { LoopRule } from '../rules/rule.ts';
import { segmentLayouts } from '../standard/segments.ts';
import { checkEach, checkLoop, type Situation, type Term } from './judge.ts';
import type { Alternative, Ref } from './reference.ts';

/**
 * Situational rules as data. A line is a rule: the loop it is judged in, the condition, `needs` or `bars`,
 * what is due or must not be sent, the condition in words, and an id where the made one would not tell enough:
 *
 * ```
 * 2300 CLM05-3=7,8 needs REF*F8 ; a replacement or void names the claim it replaces [original-reference]
 * ```
 *
 * Terms of a condition are joined by ` & `, alternatives within a term by `|`, `!` negates a term, `always`
 * holds always. A reference is `CLM05-3`, `REF*F8`, `REF*F8.02`, `2310B/NM109` (in a loop within),
 * `^2000B/SBR02` (in the loop around), or a loop alone; `=A,B` asks for one of these values, `=A*` for a
 * beginning. Where all of a line speaks of one segment, each such segment is judged by itself.
 */
export function readSituations(text: string, source: string): LoopRule[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => readLine(line, source));
}

const loopId = /^\d{4}[A-Z]{0,2}$/;

function readLine(line: string, source: string): LoopRule {
  const situation = readSituation(line);
  const { id, loop, words, bars, targets } = situation;
  const due = targets.map((one) => one.map(({ text }) => text).join(' or ')).join(', ');
  const check = isOfOneSegment(situation) ? checkEach : checkLoop;
  return {
    id,
    snip: 4,
    loop,
    from: 'guide',
    source: `${source}, ${loop === '' ? 'transaction' : loop}`,
    ...onlyWith(situation),
    when: `${words}: ${due} ${bars ? 'must not be sent' : 'is required'}`,
    check: (one) => check(one, situation),
  };
}

function readSituation(line: string): Situation {
  const semicolon = line.indexOf(' ; ');
  const head = semicolon < 0 ? line : line.slice(0, semicolon);
  const tail = semicolon < 0 ? '' : line.slice(semicolon + 3);
  const verb = head.includes(' bars ') ? ' bars ' : ' needs ';
  const [condition = '', due = ''] = head.split(verb);
  const blank = condition.indexOf(' ');
  if (blank < 0 || due === '' || tail === '') throw new Error(`cannot read the situation: ${line}`);
  const loop = condition.slice(0, blank);
  const bracket = tail.endsWith(']') ? tail.lastIndexOf(' [') : -1;
  const targets = due.split(', ').map((one) => one.split(' or ').map(readRef));
  const shown = targets[0]?.[0]?.text ?? '';
  const made = `${loop}-${shown}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    loop: loop === 'transaction' ? '' : loop,
    terms: condition
      .slice(blank + 1)
      .split(' & ')
      .filter((term) => term !== 'always')
      .map(readTerm),
    bars: verb === ' bars ',
    targets,
    refs: targets.flat(),
    words: bracket < 0 ? tail : tail.slice(0, bracket),
    id: bracket < 0 ? `${verb === ' bars ' ? 'not-used' : 'required'}-${made}` : tail.slice(bracket + 2, -1),
  };
}

function readTerm(text: string): Term {
  const negated = text.startsWith('!');
  const alternatives = text
    .slice(negated ? 1 : 0)
    .split('|')
    .map((one): Alternative => {
      const equals = one.indexOf('=');
      if (equals < 0) return { ref: readRef(one) };
      const values = one.slice(equals + 1).split(',');
      const beginnings = values.filter((value) => value.endsWith('*')).map((value) => value.slice(0, -1));
      const exactly = new Set(values.filter((value) => !value.endsWith('*')));
      return { ref: readRef(one.slice(0, equals)), exactly, ...(beginnings.length > 0 && { beginnings }) };
    });
  return { negated, alternatives };
}

function readRef(text: string): Ref {
  const steps = text.split('/');
  const ref: Ref = { text: text.replace('^', ''), path: [] };
  if (steps[0]?.startsWith('^')) {
    const id = steps.shift()?.slice(1) ?? '';
    ref.around = id === 'transaction' ? '' : id;
  }
  while (steps[0] !== undefined && loopId.test(steps[0])) ref.path.push(steps.shift() ?? '');
  const last = steps.shift();
  if (steps.length > 0) throw new Error(`cannot read the reference ${text}`);
  return last === undefined ? ref : { ...ref, ...readPlace(last) };
}

/** `CLM05-3`, `REF*F8`, `REF*F8.02-1`. */
function readPlace(text: string): Pick<Ref, 'segment' | 'code' | 'element' | 'part'> {
  const star = text.indexOf('*');
  if (star >= 0) {
    const [code = '', place = ''] = text.slice(star + 1).split('.');
    const segment = text.slice(0, star);
    if (!segmentLayouts.has(segment)) throw new Error(`no segment: ${text}`);
    return { segment, code, ...readPosition(place) };
  }
  for (const length of [3, 2]) {
    const segment = text.slice(0, length);
    const rest = text.slice(length);
    if (segmentLayouts.has(segment) && (rest === '' || /^\d\d(?:-\d{1,2})?$/.test(rest)))
      return { segment, ...readPosition(rest) };
  }
  throw new Error(`no segment: ${text}`);
}

function readPosition(text: string): Pick<Ref, 'element' | 'part'> {
  if (text === '') return {};
  const [element, part] = text.split('-').map(Number);
  return { ...(element && { element }), ...(part && { part }) };
}

/**
 * The segment without which the condition cannot hold, nothing barred is there, or no element is due. Most loops
 * hold few of the segments that rules speak of, so that most rules need not be looked at.
 */
function onlyWith({ terms, bars, refs }: Situation): { onlyWith?: string } {
  const own = ({ around, path, segment }: Ref) =>
    around === undefined && path.length === 0 ? segment : undefined;
  for (const { negated, alternatives } of terms) {
    const [first, ...rest] = alternatives.map(({ ref }) => own(ref));
    if (!negated && first !== undefined && rest.every((one) => one === first)) return { onlyWith: first };
  }
  const [first, ...rest] = refs.map(own);
  if (!bars && refs.some(({ element }) => element === undefined)) return {};
  return first !== undefined && rest.every((one) => one === first) ? { onlyWith: first } : {};
}

function isOfOneSegment({ terms, targets }: Situation): boolean {
  const refs = [...terms.flatMap((term) => term.alternatives.map(({ ref }) => ref)), ...targets.flat()];
  const place = (ref: Ref) => [ref.around, ...ref.path, ref.segment, ref.code].join('/');
  const [first] = refs;
  return (
    first !== undefined &&
    terms.length > 0 &&
    refs.every((ref) => ref.element !== undefined && place(ref) === place(first))
  );
}
