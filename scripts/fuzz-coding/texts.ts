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
];
