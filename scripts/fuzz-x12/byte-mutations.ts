import { cut } from './file-text.ts';
import type { Means, Mutation } from './mutation.ts';

/** Bytes that are no UTF-8, or UTF-8 that is no text. */
const encodings = [
  '\u00ff',
  '\u00c0\u0080',
  '\u00ed\u00a0\u0080',
  '\u00f4\u0090\u0080\u0080',
  '\u00c3',
  '\u00e2\u0082',
  '\u00c3\u00a9',
  '\u00f0\u009f\u0098\u0080',
  '\u00ef\u00bb\u00bf',
  '\u00ff\u00fe',
];
const controls = [
  '\0',
  '\u0001',
  '\u0007',
  '\b',
  '\u001a',
  '\u001b',
  '\u007f',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\u0085',
];
const breaks = ['\n', '\r\n', '\r', '\n\n', ' \n'];

const place = (text: string, { dice }: Means) => dice.below(text.length + 1);

function put(text: string, at: number, what: string, instead = 0): string {
  return text.slice(0, at) + what + text.slice(at + instead);
}

const byte = ({ dice }: Means) => String.fromCharCode(dice.below(256));

const cutShort: Mutation = (text, means) => text.slice(0, place(text, means));
const cutHead: Mutation = (text, means) => text.slice(place(text, means));
const flip: Mutation = (text, means) => {
  const at = means.dice.below(text.length);
  return put(text, at, String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << means.dice.below(8))), 1);
};
const change: Mutation = (text, means) => put(text, place(text, means), byte(means), 1);
const insert: Mutation = (text, means) =>
  put(text, place(text, means), byte(means).repeat(means.dice.pick([1, 1, 2, 40])));
const remove: Mutation = (text, means) =>
  put(text, place(text, means), '', means.dice.pick([1, 1, 2, 3, 20, 300]));
const copy: Mutation = (text, means) => {
  const from = place(text, means);
  return put(text, place(text, means), text.slice(from, from + means.dice.pick([1, 3, 20, 300])));
};
const misencode: Mutation = (text, means) =>
  put(text, place(text, means), means.dice.pick(encodings), means.dice.below(3));
const control: Mutation = (text, means) =>
  put(text, place(text, means), means.dice.pick(controls), means.dice.below(2));
const mark: Mutation = (text, { dice }) =>
  dice.pick(['\u00ef\u00bb\u00bf', '\u00ef\u00bb', '\u00ff\u00fe', ' ', '\n', '\0']) + text;
const breakLines: Mutation = (text, { dice }) => {
  const { terminator } = cut(text);
  return text.replaceAll(terminator, terminator + dice.pick(breaks));
};
/** Lines of a fixed width, as some mainframes send them. */
const wrap: Mutation = (text, { dice }) => {
  const width = dice.pick([1, 79, 80, 128]);
  return text.match(new RegExp(`[^]{1,${width}}`, 'g'))?.join(dice.pick(breaks)) ?? text;
};
const noise: Mutation = (text, means) =>
  put(
    text,
    place(text, means),
    Array.from({ length: means.dice.pick([2, 20, 300]) }, () => byte(means)).join(''),
  );

/** What leaves a file sound. */
export const gentleByteMutations: readonly Mutation[] = [breakLines];

export const byteMutations: readonly Mutation[] = [
  cutShort,
  cutHead,
  flip,
  flip,
  change,
  change,
  insert,
  remove,
  copy,
  misencode,
  control,
  mark,
  breakLines,
  wrap,
  noise,
];
