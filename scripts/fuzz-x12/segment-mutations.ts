import { cut, type FileText, idOf, joined } from './file-text.ts';
import { longest, type Means, type Mutation } from './mutation.ts';

/** Changes the list of segments. */
const onSegments =
  (change: (file: FileText, means: Means) => string[]): Mutation =>
  (text, means) => {
    const file = cut(text);
    return joined({ ...file, segments: change(file, means) });
  };

/** A stretch of segments: where it begins, and how many. */
function stretch({ segments }: FileText, { dice }: Means, most: number): [start: number, count: number] {
  const start = dice.below(segments.length);
  return [start, dice.between(1, Math.max(1, Math.min(most, segments.length - start)))];
}

/** From one HL, CLM, LX … to the next of its kind: a loop as it may repeat. */
function loopAt(file: FileText, { dice }: Means): string[] {
  const start = dice.below(file.segments.length);
  const id = idOf(file.segments[start] ?? '', file);
  const next = file.segments.findIndex((segment, index) => index > start && idOf(segment, file) === id);
  return file.segments.slice(start, next < 0 ? start + 1 : next);
}

function filled(unit: readonly string[], bytes: number): string[] {
  const size = unit.join('~').length + 1;
  return Array.from({ length: Math.max(1, Math.floor(bytes / size)) }, () => unit).flat();
}

const drop = onSegments((file, means) => {
  const [start, count] = stretch(file, means, means.dice.oneIn(4) ? 12 : 1);
  return file.segments.toSpliced(start, count);
});

const duplicate = onSegments((file, means) => {
  const [start, count] = stretch(file, means, means.dice.oneIn(4) ? 12 : 1);
  const at = means.dice.oneIn(2) ? start : means.dice.below(file.segments.length);
  return file.segments.toSpliced(at, 0, ...file.segments.slice(start, start + count));
});

const swap = onSegments(({ segments }, { dice }) => {
  const one = dice.below(segments.length);
  const two = dice.oneIn(2) ? Math.min(segments.length - 1, one + 1) : dice.below(segments.length);
  return segments.with(one, segments[two] ?? '').with(two, segments[one] ?? '');
});

const move = onSegments((file, means) => {
  const [start, count] = stretch(file, means, 8);
  const taken = file.segments.slice(start, start + count);
  const rest = file.segments.toSpliced(start, count);
  return rest.toSpliced(means.dice.below(rest.length + 1), 0, ...taken);
});

const repeatLoop = onSegments((file, means) => {
  const loop = loopAt(file, means);
  const times = means.dice.between(1, 12);
  const start = file.segments.indexOf(loop[0] ?? '');
  return file.segments.toSpliced(start, 0, ...Array.from({ length: times }, () => loop).flat());
});

/** Segments of another file, in the delimiters of this one or in its own. */
const graft = onSegments((file, means) => {
  const { dice, other } = means;
  const from = cut(other);
  const [start, count] = stretch(from, means, dice.oneIn(3) ? 40 : 4);
  const taken = from.segments
    .slice(start, start + count)
    .map((segment) => (dice.oneIn(8) ? segment : segment.split(from.element).join(file.element)));
  return file.segments.toSpliced(dice.below(file.segments.length + 1), 0, ...taken);
});

/** The head of this file and the tail of another. */
const cross: Mutation = (text, { dice, other }) => {
  const [one, two] = [cut(text), cut(other)];
  const head = one.segments.slice(0, dice.below(one.segments.length + 1));
  return joined({ ...one, segments: [...head, ...two.segments.slice(dice.below(two.segments.length + 1))] });
};

/** A segment of nothing, or of nothing but its name. */
const empty = onSegments(({ segments, element }, { dice }) => {
  const at = dice.below(segments.length);
  const id = (segments[at] ?? '').split(element)[0] ?? '';
  return segments.with(at, dice.pick(['', id, id + element, '\n', element, ` ${id}`]));
});

const rename = onSegments(({ segments, element }, { dice, other }) => {
  const at = dice.below(segments.length);
  const ids = other.match(/(?<=[~\n])[A-Z][A-Z0-9]{1,2}(?=\*)/g) ?? ['ZZ'];
  const id = dice.oneIn(3)
    ? dice.pick(['zz', 'HL', 'LONGID', 'A', '9Z', 'BIN', 'BDS', 'LS', 'LE'])
    : dice.pick(ids);
  return segments.with(at, [id, ...(segments[at] ?? '').split(element).slice(1)].join(element));
});

/** What may leave a file sound. */
export const gentleSegmentMutations: readonly Mutation[] = [drop, repeatLoop, swap];

export const segmentMutations: readonly Mutation[] = [
  drop,
  drop,
  duplicate,
  duplicate,
  swap,
  swap,
  move,
  repeatLoop,
  graft,
  graft,
  cross,
  empty,
  rename,
];

/** One loop over and over: what must not take time out of proportion. */
export const hugeLoop: Mutation = (text, means) => {
  const file = cut(text);
  const loop = loopAt(file, means).slice(0, means.dice.pick([1, 2, 8, 40]));
  const start = Math.max(0, file.segments.indexOf(loop[0] ?? ''));
  const bytes = means.dice.pick([8192, longest / 2, longest]);
  return joined({ ...file, segments: file.segments.toSpliced(start, 0, ...filled(loop, bytes)) });
};
