import { foldSpelling } from './fold.ts';

/** Words that carry no information for coding. */
export const stopwords = new Set(
  `a an the of in on at for to from by with and or is was are were be been being as that this these those it its his her
  their patient has have had who which due into during per than then also there any some other's nos nec w having achieved`
    .split(/\s+/)
    .map(foldSpelling),
);

/** What stands behind these says more of what stands before them. */
export const joiners = new Set([
  'with',
  'w',
  'w/',
  'due',
  'from',
  'following',
  'after',
  'causing',
  'caused',
  'complicated',
  'on',
]);

/** Words that say the words after them are absent. */
export const absenceWords = new Set(['without', 'w/o', 'w/out', 'not', 'no', 'lacking']);
/** Roman numerals and the digits that codes write. */
export const romanNumerals = new Map([
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['v', '5'],
  ['vi', '6'],
]);
/** A single letter after these is a numeral. */
export const numbered = new Set([
  'type',
  'stage',
  'grade',
  'class',
  'bipolar',
  'degree',
  'zone',
  'nyha',
  'ckd',
  'crps',
]);
