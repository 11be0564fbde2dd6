import type { Dice } from '../dice.ts';

/** A kind of text that a coding engine meets by accident or by malice. */
export interface TextKind {
  name: string;
  /** A text of about `length` UTF-16 units. */
  make(dice: Dice, length: number): string;
}

/** What notes are made of: headings, cues, list marks, names, values, sides, marks. */
const pieces =
  `ASSESSMENT: | A/P | PMH: | HPI: | Plan: | IMPRESSION | Family history: | ROS: | 1. | 2) | - | • | #3 | denies | no | without | possible | probable | r/o | history of | s/p | ? | due to | secondary to | with | w/ | and | , | ; | : | . | ( | ) | " | ' | / | -> | => | type 2 diabetes | hypertension | CKD stage 3b | left | right | bilateral | knee pain | fracture | chest pain | asthma | pneumonia | cancer of breast | overdose of acetaminophen | pregnancy | 28 weeks | pressure ulcer of sacrum stage 4 | metformin | insulin | warfarin | mother has | BMI 41.2 | A1c 9.1 % | Na 121 | BP 200/110 | SpO2 84% | MS | AIDS | CA | mg | 12 | 3.4 | was | resolved | today`.split(
    ' | ',
  );

const invisible = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u202d', '\u2066', '\u2069'];
const odd = [
  '😷',
  '𝒟',
  'é',
  'ß',
  'İ',
  'ﬁ',
  '糖',
  'ْ',
  '\u0301',
  '\ud83d',
  '\udc00',
  '\0',
  '\u2028',
  '\t',
  '\r\n',
];

/** A place in a text where both sides stay whole characters is not asked for: hostile text has none. */
function strewn(dice: Dice, text: string, marks: readonly string[], every: number): string {
  let out = '';
  for (const unit of text) out += dice.oneIn(every) ? unit + dice.pick(marks) : unit;
  return out;
}

function noteLike(dice: Dice, length: number): string {
  let text = '';
  while (text.length < length) text += dice.pick(pieces) + (dice.oneIn(12) ? '\n' : ' ');
  return text.slice(0, length);
}

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

const repeatedKind = (name: string, piece: string): TextKind => ({
  name,
  make: (_dice, length) => `ASSESSMENT: ${repeated(piece, length)}`,
});

/** Texts of a megabyte that somebody may paste or send: each the same little thing over and over. */
const alone: readonly TextKind[] = [
  repeatedKind('dots', '.'),
  repeatedKind('dots and blanks', '. '),
  repeatedKind('dashes', '-'),
  repeatedKind('underlines', '_'),
  repeatedKind('slashes', '/'),
  repeatedKind('semicolons', ';'),
  repeatedKind('tabs', '\t'),
  repeatedKind('blanks that do not break', '\u00a0'),
  repeatedKind('ends of lines of three kinds', '\r\n\n\r'),
  repeatedKind('brackets within each other', '([{'),
  repeatedKind('brackets that close at once', '()'),
  repeatedKind('closing brackets', ')'),
  repeatedKind('signs without width', '\u200b'),
  repeatedKind('signs without width in a word', 'a\u200bs\u200dt\u2060h\u00adm\ufeffa '),
  repeatedKind('turns of direction', '\u202egout\u202c \u2066'),
  repeatedKind('letters of other alphabets that look alike', 'dіаbеtеs '),
  repeatedKind('accents on one letter', '\u0301'),
  repeatedKind('halves of characters', '\ud83d'),
  repeatedKind('words of a thousand letters', `${'abcde'.repeat(200)} `),
  repeatedKind('words with dashes', 'non-'),
  repeatedKind('a letter and a sign', 'a!'),
  repeatedKind('dates', '03/15/2026 '),
  repeatedKind('dates without blanks', '3/15/26'),
  repeatedKind('days of the old calendar', '20260315'),
  repeatedKind('values', 'Na 121, K 3.4 (3.5-5.1) L, '),
  repeatedKind('pressures', '120/80 '),
  repeatedKind('decimals', '1.1.1.1.'),
  repeatedKind('units', '5 mg '),
  repeatedKind('stages', 'stage '),
  repeatedKind('codes', 'E11.22 '),
  repeatedKind('separators of X12', 'SV1*HC:99213*125*UN*1***1~'),
  repeatedKind('an element of X12', '*'),
  repeatedKind('denials of everything', 'denies '),
  repeatedKind('not and without', 'without evidence of '),
  repeatedKind('doubts', 'possible probable '),
  repeatedKind('what rules out', 'r/o '),
  repeatedKind('histories', 'history of '),
  repeatedKind('families', 'mother has '),
  repeatedKind('what it is due to', 'due to '),
  repeatedKind('what it goes with', 'chronic kidney disease with '),
  repeatedKind('fractures', 'fracture of left '),
  repeatedKind('tumors that spread', 'metastatic to '),
  repeatedKind('degrees', 'acute chronic severe '),
  repeatedKind('degrees of hearts', 'acute chf chronic '),
  repeatedKind('words of decisions', 'review read order check '),
  repeatedKind('talks with others', 'called with dr '),
  repeatedKind('ingestions', 'overdose of ingestion '),
  repeatedKind('short words', 'a b c d '),
  repeatedKind('headings', '\nPLAN:\n'),
  repeatedKind('list marks', '\n- '),
  repeatedKind('quotes', '"'),
  repeatedKind('percentages', '%'),
  repeatedKind('control characters', '\0\u0007\u001b'),
];

export const textKinds: readonly TextKind[] = [
  { name: 'pieces of notes in any order', make: noteLike },
  {
    name: 'any characters',
    make(dice, length) {
      let text = '';
      while (text.length < length) {
        text += dice.oneIn(20)
          ? dice.pick(odd)
          : String.fromCharCode(dice.oneIn(8) ? dice.below(0x1_0000) : dice.between(32, 126));
      }
      return text;
    },
  },
  {
    name: 'notes strewn with invisible characters',
    make: (dice, length) => strewn(dice, noteLike(dice, length), invisible, 6),
  },
  {
    name: 'notes strewn with odd characters',
    make: (dice, length) => strewn(dice, noteLike(dice, length), odd, 9),
  },
  {
    name: 'one line without an end',
    make: (dice, length) => noteLike(dice, length).replaceAll('\n', ' '),
  },
  {
    name: 'one word a line',
    make: (dice, length) => noteLike(dice, length).replaceAll(' ', '\n'),
  },
  {
    name: 'one piece again and again',
    make: (dice, length) =>
      `ASSESSMENT:\n${repeated(`${dice.pick(pieces)}${dice.pick([' ', '\n', ''])}`, length)}`,
  },
  {
    name: 'a few pieces again and again',
    make(dice, length) {
      const few = Array.from({ length: dice.between(2, 6) }, () => dice.pick(pieces)).join(' ');
      return `A/P\n${repeated(`${few}${dice.pick([' ', '\n', ', '])}`, length)}`;
    },
  },
  repeatedKind('open brackets', '('),
  repeatedKind('quotation marks', '"a '),
  repeatedKind('question marks', '?a '),
  repeatedKind('commas', 'a,'),
  repeatedKind('blanks', ' '),
  repeatedKind('line ends', '\n'),
  repeatedKind('numbers', '1'),
  repeatedKind('numbered items', '1. '),
  repeatedKind('one letter', 'a'),
  repeatedKind('colons', 'plan: '),
  repeatedKind('denials', 'no no '),
  repeatedKind('headings inside a line', 'Plan. Assessment. '),
  repeatedKind('a diagnosis', 'type 2 diabetes with CKD, '),
  repeatedKind('lines that go on', 'and with\n'),
  repeatedKind('arrows', ' -> '),
  ...alone,
];
