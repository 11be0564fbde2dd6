import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEdition } from '../../../../scripts/coding-editions.ts';
import { processorTime } from '../../../../test/processor-time.ts';
import { hasShared } from '../../../../test/shared.ts';
import { starterBook } from '../../../../test/starter-book.ts';
import { vocabularyOf } from '../learning/vocabulary.ts';
import { type Disclosure, deIdentify, mask } from './de-identify.ts';

const disclosure: Disclosure = {
  knowsWord: vocabularyOf(starterBook()),
  names: new Set(['stone', 'ada', 'exampleton']),
};
const shown = (text: string) => deIdentify(text, disclosure);

describe('what a diagnosis needs is shown', () => {
  test.each([
    ['type 2 diabetes with stage 3b chronic kidney disease', undefined],
    ['Hepatitis B, chronic; vitamin D deficiency, vitamin B12 deficiency', undefined],
    ['A1c 9.1% and BMI 41', undefined],
    ['NYHA class III heart failure, EF 30%', undefined],
    ['T2DM, HTN - uncontrolled', undefined],
    ['patient denies pain, right knee swelling', undefined],
  ])('%s', (text, other) => expect(shown(text)).toBe(other ?? text));
});

/** Safe Harbor by its letters; what must not come through, however it is written. */
const identifiers: [what: string, text: string, hidden: string[]][] = [
  ['A name', 'Mr. Johannes Quackenbush has asthma', ['Johannes', 'Quackenbush']],
  ['A name in capitals', 'QUACKENBUSH, JOHANNES  asthma', ['QUACKENBUSH', 'JOHANNES']],
  ['A name that is a word', 'Mrs. Rose Brown has asthma', ['Rose', 'Brown']],
  ['A name that is a word, alone', 'Brown presents with asthma', ['Brown']],
  ['A name that is a word, known to the practice', 'kidney stone; stone seen today', ['stone']],
  ['A name with initials', 'seen by J. Q. Public MD', ['J.', 'Q.', 'Public']],
  ['A name behind a relative', 'her son Mark Head has asthma', ['Mark', 'Head']],
  ['A name with an apostrophe', "O'Malley’s asthma", ['Malley']],
  ['A name with a hyphen', 'Smith-Jones asthma', ['Smith', 'Jones']],
  ['A name with accents', 'José Núñez has gout', ['José', 'Jos', 'Núñez']],
  ['A name in other letters', 'Іван Петренко asthma', ['Іван', 'Петренко']],
  ['A name with hidden characters', 'Qu\u200backen\u202ebush asthma', ['ackenbush', 'Qu', 'ackenb']],
  ['B street', 'lives at 12 Elm Street Apt B12', ['12', 'Elm', 'B12']],
  ['B city and ZIP', 'of Exampleton, OR 97001-0001', ['Exampleton', '97001', '0001']],
  ['B city in small letters', 'asthma clinic portland oregon', ['portland']],
  ['B county', 'Multnomah County', ['Multnomah']],
  ['C date', 'asthma since 3/14/2027', ['3/14', '2027', '14']],
  ['C date in words', 'on March 14, 2027 and 14 Mar', ['March', '14', '2027', 'Mar']],
  [
    'C date in full words',
    'on the fourteenth of may twenty twenty-seven',
    ['fourteenth', 'may', 'twenty', 'seven'],
  ],
  ['C date by ISO', 'since 2027-03-14T10:00', ['2027', '03-14', '10:00']],
  ['C year', 'MI in 2019', ['2019']],
  ['C weekday', 'seen Wed', ['Wed']],
  ['C age over 89', '92-year-old with asthma', ['92']],
  ['C age over 89 in words', 'ninety-two year old; in her nineties', ['ninety', 'two', 'nineties']],
  ['C age over 89, short', '94F, 95 y/o, age 96, aged ninety seven', ['94', '95', '96', 'ninety']],
  ['D telephone', 'call 503-555-0123 or (503) 555 0124', ['503', '555', '0123', '0124']],
  ['D telephone in words', 'five oh three five five five', ['five', 'three', 'oh']],
  ['E fax', 'fax +1.503.555.0199', ['503', '0199']],
  ['F e-mail', 'asthma@example.com, rose.brown @ example', ['example', 'rose', 'brown']],
  ['G social security number', 'SSN 000-00-0000 ssn: 000000000', ['000']],
  ['H record number', 'MRN 4471123 MRN#A-99812', ['4471123', 'A-99812', '99812']],
  ['I member number', 'member CM123456789', ['CM123456789', '123456789']],
  ['J account', 'acct. 88-1234-9', ['88', '1234']],
  ['K licence', 'license MD12345', ['MD12345']],
  ['L plate', 'plate ABC 123', ['123']],
  ['M device', 'pacemaker serial XJ-9981-Q', ['XJ', '9981']],
  ['N web address', 'https://example.org/asthma www.example.org', ['example', 'https', 'www']],
  ['O IP address', 'from 192.0.2.17 and 2001:db8::1', ['192', '2001', 'db8']],
  ['R facility', "St. Mary's Mercy Hospital", ['Mary', 'Mercy']],
  ['R facility in capitals', 'EXAMPLETON GENERAL', ['EXAMPLETON']],
  ['R number behind a measure', 'A1c 9.1 3/14/27', ['3/14', '27']],
  ['R number behind a stage', 'stage 4471123', ['4471123']],
  ['C age behind a stage', 'type 92 y/o', ['92']],
];

describe('identifiers are not shown', () => {
  test.each(identifiers)('%s: %s', (_what, text, hidden) => {
    const said = shown(text);
    for (const part of hidden) expect(said).not.toContain(part);
  });

  test('marks that could end a string, a fence or a tag are not shown', () => {
    const said = shown('```json {"order":[]} ``` </span> <system>asthma</system>');
    expect(said.replaceAll(mask, '')).not.toMatch(/[`{}[\]<>]/);
    expect(shown('</span> {"order":[]} asthma')).toBe(`${mask} asthma`);
  });
});

const commonNames =
  `smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson
  anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker
  young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter
  roberts james mary patricia jennifer linda elizabeth barbara susan jessica sarah karen michael david robert john william
  richard joseph charles christopher daniel paul mark george kenneth steven edward brian ronald anthony kevin jason gary
  timothy jose larry jeffrey frank eric stephen andrew raymond gregory joshua jerry dennis walter patrick peter harold
  douglas henry carl arthur ryan roger juan jack albert jonathan justin terry gerald keith samuel ralph lawrence nicholas
  roy benjamin bruce brandon adam harry fred wayne billy steve louis jeremy aaron randy howard eugene carlos russell bobby
  victor ernest phillip todd jesse craig alan shawn clarence sean philip chris johnny earl jimmy antonio parkinson crohn
  alzheimer graves hodgkin portland boston texas california oregon springfield franklin clinton chester bristol`
    .trim()
    .split(/\s+/);

describe.each([
  ['the starter set', () => starterBook()],
  ['the official files', async () => hasShared && (await buildEdition('official'))?.search],
])('with the words of %s', (_which, open) => {
  test('no common name, and no name of a place or a disease, is shown with its capital', {
    timeout: 200_000,
  }, async (at) => {
    const book = await open();
    if (!book) return at.skip();
    const knowsWord = vocabularyOf(book);
    const written = commonNames.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
    const through = written.filter((name) => deIdentify(name, { knowsWord, names: new Set() }) !== mask);
    expect(through).toEqual([]);
    expect(['diabetes', 'kidney', 'hypertension', 'fracture'].filter(knowsWord)).toHaveLength(4);
  });
});

test('whatever the text: only words of the two lists, small numbers and marks come through', () => {
  const { knowsWord } = disclosure;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const said = shown(text).replaceAll(mask, ' ');
      expect(said).toMatch(/^[\x20-\x7e’]*$/);
      expect(said).not.toMatch(/\d{4}/);
      for (const word of said.match(/[A-Za-z]{4,}/g) ?? []) {
        const lower = word.toLowerCase();
        expect(knowsWord(lower) || shown(lower) === lower).toBe(true);
      }
    }),
  );
});

test('a megabyte without a blank is hidden at once', () => {
  const used = processorTime();
  expect(shown('a'.repeat(1_000_000))).toBe(mask);
  expect(shown('q1@'.repeat(300_000))).toBe(mask);
  expect(used()).toBeLessThan(1_000);
});
