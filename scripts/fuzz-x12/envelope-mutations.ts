import { cut, idOf, joined } from './file-text.ts';
import type { Mutation } from './mutation.ts';

const fit = [
  '|',
  '>',
  '^',
  '!',
  '\\',
  '\u001c',
  '\u001d',
  '\u001e',
  '\u001f',
  '\n',
  '\r',
  '&',
  '%',
  "'",
  '.',
  '-',
];
const unfit = ['A', 'é', ' ', '0', '\0', '*', '~', ':', 'I', '\u00ff', '\t'];

/** Other delimiters throughout, as a sender may choose them. */
const translate: Mutation = (text, { dice }) => {
  const { element, component, repetition, terminator } = cut(text);
  const from = [element, component, repetition, terminator];
  const to = from.map((one) => (dice.oneIn(2) ? one : dice.pick(dice.oneIn(12) ? unfit : fit)));
  return Array.from(text, (character) => {
    const index = from.indexOf(character);
    return index < 0 ? character : (to[index] ?? character);
  }).join('');
};

/** Other delimiters in the ISA alone, so that the rest does not agree. */
const declare: Mutation = (text, { dice }) => {
  const at = text.indexOf('ISA') + dice.pick([3, 82, 104, 105]);
  return text.slice(0, at) + dice.pick(dice.oneIn(2) ? unfit : fit) + text.slice(at + 1);
};

/** An ISA wider or narrower than it may be. */
const widen: Mutation = (text, { dice }) => {
  const at = text.indexOf('ISA') + dice.below(107);
  return dice.oneIn(2)
    ? text.slice(0, at) + text.slice(at + dice.pick([1, 1, 2, 10]))
    : text.slice(0, at) +
        dice.pick([' ', 'X', '0', '*']).repeat(dice.pick([1, 1, 3, 90, 200])) +
        text.slice(at);
};

/** Another text in one element of the ISA, of the same width. */
const misdeclare: Mutation = (text, { dice }) => {
  const places = [
    [4, 2],
    [18, 2],
    [32, 2],
    [35, 15],
    [51, 2],
    [54, 15],
    [70, 6],
    [77, 4],
    [82, 1],
    [84, 5],
    [90, 9],
    [99, 1],
    [101, 1],
    [102, 1],
  ] as const;
  const [at, width] = dice.pick(places);
  const value = dice.pick([
    '',
    '0',
    'U',
    '00401',
    '00602',
    '99999',
    'ZZ',
    '000000000',
    '1',
    'Ünter',
    '\u0001',
  ]);
  const isa = text.indexOf('ISA');
  return text.slice(0, isa + at) + value.slice(0, width).padEnd(width) + text.slice(isa + at + width);
};

/** An interchange within the other. */
const nest: Mutation = (text, { dice, other }) => {
  const file = cut(text);
  const inner = dice.oneIn(2) ? (file.segments[0] ?? '') : dice.oneIn(2) ? text : other;
  return joined({
    ...file,
    segments: file.segments.toSpliced(dice.below(file.segments.length + 1), 0, inner),
  });
};

/** One file after another. */
const append: Mutation = (text, { dice, other }) =>
  text + dice.pick(['', '\n', '\r\n', '\0', ' ', '\u001a', '\u00ef\u00bb\u00bf']) + other;

const envelopeIds = ['GS', 'GE', 'ST', 'SE', 'IEA'];

/** Counts, control numbers and versions that do not agree; trailers that are gone or stand twice. */
const misnumber: Mutation = (text, { dice }) => {
  const file = cut(text);
  const places = file.segments.flatMap((segment, index) =>
    envelopeIds.includes(idOf(segment, file)) ? [index] : [],
  );
  if (places.length === 0) return text;
  const at = dice.pick(places);
  const segment = file.segments[at] ?? '';
  if (dice.oneIn(4))
    return joined({
      ...file,
      segments: file.segments.toSpliced(at, 1, ...(dice.oneIn(2) ? [] : [segment, segment])),
    });
  const elements = segment.split(file.element);
  if (elements.length < 2) return text;
  const value = dice.pick([
    '0',
    '1',
    '2',
    '-1',
    '01',
    '1E1',
    '999999',
    '9999999999',
    '',
    '0001',
    'X',
    '837',
    '835',
    '277',
    '005010X222A1',
    '005010X214',
    '005010',
    '004010X098A1',
    '006020X314',
  ]);
  return joined({
    ...file,
    segments: file.segments.with(
      at,
      elements.with(dice.between(1, elements.length - 1), value).join(file.element),
    ),
  });
};

/** What leaves a file sound, unless the delimiters are in the data. */
export const gentleEnvelopeMutations: readonly Mutation[] = [translate];

export const envelopeMutations: readonly Mutation[] = [
  translate,
  declare,
  widen,
  misdeclare,
  nest,
  append,
  misnumber,
  misnumber,
];
