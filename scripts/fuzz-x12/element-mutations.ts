import { cut, type FileText, idOf, joined } from './file-text.ts';
import type { Means, Mutation } from './mutation.ts';

const amounts = [
  '1E9',
  '-0',
  '-0.00',
  '0',
  '.',
  '-',
  '-.',
  '1.',
  '.5',
  '00',
  '1,000',
  '+1',
  '$5',
  '1e308',
  'NaN',
];
const numbers = [
  'Infinity',
  '-1',
  '9'.repeat(18),
  '9'.repeat(400),
  '0.1',
  '4.005',
  '1.999',
  '0x10',
  '٣',
  '１',
];
const dates = [
  '20270229',
  '20280229',
  '00000000',
  '20271301',
  '20270301-20270201',
  '20270301-',
  '-',
  '270301',
];
const times = ['2400', '0930', '09306', '235959999', '99'];
const texts = [
  '',
  ' ',
  '   ',
  '\t',
  '\0',
  '\u007f',
  '\u001a',
  '\r\n',
  'A',
  'x'.repeat(81),
  '_',
  '<',
  '\u00ef\u00bb\u00bf',
];
const ids = [
  'ZZ',
  'XX',
  'PR',
  'QC',
  'IL',
  '85',
  '1',
  'Y',
  'N',
  'HC',
  'ABK',
  'D8',
  'RD8',
  '__proto__',
  'constructor',
];
const hostile: readonly (readonly string[])[] = [amounts, numbers, dates, times, texts, ids];

/** Changes the elements of one segment; the first is its identifier. */
const onElements =
  (change: (elements: string[], file: FileText, means: Means, id: string) => string[]): Mutation =>
  (text, means) => {
    const file = cut(text);
    const at = means.dice.below(file.segments.length);
    const segment = file.segments[at] ?? '';
    const elements = change(segment.split(file.element), file, means, idOf(segment, file));
    return joined({ ...file, segments: file.segments.with(at, elements.join(file.element)) });
  };

/** Changes one element, or one component of it. */
const onElement = (
  change: (element: string, means: Means, place: string, file: FileText) => string,
): Mutation =>
  onElements((elements, file, means, id) => {
    if (elements.length < 2) return elements;
    const { dice } = means;
    const at = dice.between(1, elements.length - 1);
    const text = elements[at] ?? '';
    const place = id + String(at).padStart(2, '0');
    if (!text.includes(file.component) || dice.oneIn(3))
      return elements.with(at, change(text, means, place, file));
    const parts = text.split(file.component);
    const part = dice.below(parts.length);
    const changed = change(parts[part] ?? '', means, `${place}-${part + 1}`, file);
    return elements.with(at, parts.with(part, changed).join(file.component));
  });

const blank = onElement(() => '');

const lengthen = onElement((text, { dice }) => {
  const unit = text === '' || dice.oneIn(2) ? dice.pick(['X', '9', ' ', '0', 'é']) : text;
  return unit.repeat(dice.pick([2, 4, 20, 90, dice.oneIn(30) ? 70_000 : 300]));
});

const shorten = onElement((text, { dice }) => text.slice(0, dice.below(text.length + 1)));

const spoil = onElement((_, { dice }) => dice.pick(dice.pick(hostile)));

/** What stands at the same place of some other file: a code that may well be right, in the wrong company. */
const exchange = onElement((text, { dice, kin }, place) => {
  const texts = kin.get(place);
  return texts ? dice.pick(texts) : text;
});

/** A number that is almost right: what balances and counts are about. */
const nudge = onElement((text, { dice }) => {
  if (!/^-?\d{1,12}(?:\.\d{1,4})?$/.test(text)) return text;
  const step = dice.pick([1, -1, 0.01, -0.01, 10, 100, -Number(text), -2 * Number(text), 0.001]);
  return String(Math.round((Number(text) + step) * 1000) / 1000);
});

const repeat = onElement((text, { dice }, _place, { repetition }) =>
  Array.from({ length: dice.pick([2, 3, 12, 120]) }, () => text).join(repetition),
);

const compose = onElement((text, { dice }, _place, { component }) =>
  [text, ...Array.from({ length: dice.pick([1, 2, 9, 40]) }, () => dice.pick(['', text, '1', 'A']))].join(
    component,
  ),
);

const insert = onElements((elements, _file, { dice }) =>
  elements.toSpliced(dice.between(1, elements.length), 0, dice.pick(dice.pick(hostile))),
);

const drop = onElements((elements, _file, { dice }) =>
  elements.toSpliced(dice.below(elements.length), dice.oneIn(4) ? 5 : 1),
);

const swap = onElements((elements, _file, { dice }) => {
  const [one, two] = [dice.below(elements.length), dice.below(elements.length)];
  return elements.with(one, elements[two] ?? '').with(two, elements[one] ?? '');
});

const trail = onElements((elements, _file, { dice }) => [
  ...elements,
  ...Array.from({ length: dice.pick([1, 2, 30]) }, () => (dice.oneIn(3) ? 'X' : '')),
]);

/** Lengths of binary data that are not its length. */
const misSize: Mutation = (text, { dice }) => {
  const file = cut(text);
  const at = file.segments.findIndex((segment) => /^\s*B(?:IN|DS)/.test(segment));
  const segment = file.segments[at];
  if (segment === undefined) return text;
  const elements = segment.split(file.element);
  const index = idOf(segment, file) === 'BIN' ? 1 : 2;
  if (elements.length <= index) return text;
  const right = Number(elements[index]) || 0;
  const lengths = [
    0,
    right + 1,
    right - 1,
    right * 2,
    -1,
    1e9,
    67_108_864,
    67_108_865,
    1e15,
    right + file.segments.length,
  ];
  const length = dice.oneIn(4)
    ? dice.pick(['', 'x', '1E3', '00005', ' 5', '5.0'])
    : String(dice.pick(lengths));
  return joined({
    ...file,
    segments: file.segments.with(at, elements.with(index, length).join(file.element)),
  });
};

/** A level that hangs from itself, from a later one, or from none. */
const bendLevels: Mutation = (text, { dice }) => {
  const file = cut(text);
  const levels = file.segments.flatMap((segment, index) => (idOf(segment, file) === 'HL' ? [index] : []));
  if (levels.length === 0) return text;
  const at = dice.pick(levels);
  const elements = (file.segments[at] ?? '').split(file.element);
  const number = dice.oneIn(3) ? (elements[1] ?? '') : String(dice.between(0, levels.length + 1));
  const element = dice.pick([1, 2, 2, 2, 3, 4]);
  const changed = elements.with(Math.min(element, elements.length - 1), number).join(file.element);
  return joined({ ...file, segments: file.segments.with(at, changed) });
};

/** What may leave a file sound. */
export const gentleElementMutations: readonly Mutation[] = [
  exchange,
  exchange,
  exchange,
  blank,
  shorten,
  nudge,
];

export const elementMutations: readonly Mutation[] = [
  blank,
  blank,
  lengthen,
  shorten,
  spoil,
  spoil,
  exchange,
  exchange,
  exchange,
  nudge,
  nudge,
  repeat,
  compose,
  insert,
  drop,
  swap,
  trail,
  misSize,
  bendLevels,
];

/** The texts at every place of some files, for {@link exchange}. */
export function kinOf(files: readonly string[]): Map<string, string[]> {
  const kin = new Map<string, Set<string>>();
  const add = (place: string, text: string) => {
    const texts = kin.get(place) ?? new Set();
    kin.set(place, texts);
    if (texts.size < 40 && text.length < 60) texts.add(text);
  };
  for (const text of files) {
    const file = cut(text);
    for (const segment of file.segments) {
      const id = idOf(segment, file);
      if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id)) continue;
      segment.split(file.element).forEach((element, at) => {
        if (at === 0) return;
        const place = id + String(at).padStart(2, '0');
        add(place, element);
        if (!element.includes(file.component)) return;
        element.split(file.component).forEach((part, index) => {
          add(`${place}-${index + 1}`, part);
        });
      });
    }
  }
  return new Map([...kin].filter(([, texts]) => texts.size > 0).map(([place, texts]) => [place, [...texts]]));
}
