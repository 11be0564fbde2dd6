import { cut, joined, toBytes, toText } from './file-text.ts';

const mostTries = 1500;
/** Longer ones are cut by segment alone. */
const shortEnough = 20_000;

/** The shortest input found that fails still: by whole segments first, then by bytes unless that may not be. */
export function minimised(
  bytes: Uint8Array,
  fails: (bytes: Uint8Array) => boolean,
  bySegmentAlone = false,
): Uint8Array {
  let tries = 0;
  const stillFails = (text: string): boolean => {
    tries++;
    return fails(toBytes(text));
  };
  /** Leaves out ever smaller stretches, as long as that keeps the failure. */
  const without = (parts: readonly string[], glue: string): string[] => {
    let left = [...parts];
    for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < left.length && tries < mostTries; ) {
        const fewer = left.toSpliced(at, size);
        if (stillFails(fewer.join(glue))) left = fewer;
        else at += size;
      }
    }
    return left;
  };
  const file = cut(toText(bytes));
  const segments = without(file.segments, file.terminator);
  const text = joined({ ...file, segments });
  if (bySegmentAlone || text.length > shortEnough) return toBytes(text);
  return toBytes(without(Array.from(text), '').join(''));
}
