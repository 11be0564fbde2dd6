/** British and Latin spellings that American code titles write shorter. */
const spellings: [RegExp, string][] = [
  [/ae/g, 'e'],
  [/oe(?=.)/g, 'e'],
  [/our(?=s?$|al$|ed$|ing$)/, 'or'],
  [/^(.{3,})is(?=ation|ed$|ing$|er$)/, '$1iz'],
  [/lys(?=ed$|ing$)/, 'lyz'],
  [/(?<=[^aeiou])re(?=s?$)/, 'er'],
  [/^leuc/, 'leuk'],
  [/sulph/, 'sulf'],
];

function singular(word: string): string {
  const n = word.length;
  // `headaches` and `branches` lose the same ending, so `headache` loses its own.
  if (n > 5 && word.endsWith('che')) return word.slice(0, -1);
  if (n < 4 || !word.endsWith('s')) return word;
  if (/(?:ss|us|is|as|os|ies)$/.test(word)) {
    return word.endsWith('ies') && n > 4 ? `${word.slice(0, -3)}y` : word;
  }
  if (/(?:sh|ch|x|ss)es$/.test(word)) return word.slice(0, -2);
  if (/[aeiou]ses$/.test(word) && n > 6) return `${word.slice(0, -2)}is`;
  return word.slice(0, -1);
}

/** Endings that change a word's part but not its meaning for coding: infected, infection, infectious. */
const endings = [
  'izing',
  'iasis',
  'ational',
  'ations',
  'ation',
  'ative',
  'atory',
  'ating',
  'ated',
  'ional',
  'ions',
  'ion',
  'ious',
  'ive',
  'atic',
  'otic',
  'osis',
  'oses',
  'ous',
  'ing',
  'ism',
  'ial',
  'ed',
  'ia',
  'ic',
  'al',
  'um',
  'us',
  'es',
  'y',
  'e',
  'a',
]; // longest first within a family

/** Nouns of qualities and states, and what is left of the word they are made from: incontinence of incontinent. */
const nouns: [ending: string, kept: string][] = [
  ['ence', 'ent'],
  ['ency', 'ent'],
  ['ance', 'ant'],
  ['ancy', 'ant'],
  ['ness', ''],
  ['ment', ''],
  ['ity', ''],
];

/** The root shared by a word's everyday forms; `diabetes` and `diabetic` meet in `diabet`. */
function root(word: string): string {
  if (word.length < 6) return word;
  if (word.endsWith('itic')) return `${word.slice(0, -2)}is`;
  if (word.endsWith('itis')) return word;
  for (const [noun, kept] of nouns) {
    if (word.length - noun.length >= 4 && word.endsWith(noun))
      return root(word.slice(0, -noun.length) + kept);
  }
  for (const ending of endings) {
    if (word.length - ending.length >= 4 && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

/** Whether letters may be the beginning of an ending that {@link foldWord} takes off: `exacerbat` of `exacerbation`. */
export function beginsEnding(letters: string): boolean {
  return endings.some((ending) => ending.startsWith(letters));
}

/** Folds case, accents, British spelling and plural. */
export function foldSpelling(word: string): string {
  let folded = word.toLowerCase();
  for (let i = 0; i < folded.length; i++) {
    if (folded.charCodeAt(i) > 127) {
      folded = folded.normalize('NFKD').replace(/\p{M}/gu, '');
      break;
    }
  }
  if (folded.length > 4) for (const [from, to] of spellings) folded = folded.replace(from, to);
  return single(singular(folded));
}

/** Doubled consonants are doubled by some only: `labelled`, `fibrilation`. In short words they tell words apart. */
function single(word: string): string {
  return word.length < 6 ? word : word.replace(/([b-df-hj-np-tv-z])\1/g, '$1');
}

/** The form under which a word is indexed and looked up. */
export function foldWord(word: string): string {
  return root(foldSpelling(word));
}
