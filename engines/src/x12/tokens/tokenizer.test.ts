import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastOfThree } from '../../../../test/processor-time.ts';
import { encode } from './bytes.ts';
import type { Segment } from './segment.ts';
import { type Fault, longestSegment, Tokenizer, tokenize } from './tokenizer.ts';

interface Marks {
  element?: string;
  component?: string;
  terminator?: string;
  repetition?: string;
  version?: string;
}

/** An ISA of the right width with the given delimiters. */
function isa({
  element = '*',
  component = ':',
  terminator = '~',
  repetition = '^',
  version = '00501',
}: Marks = {}): string {
  const ids = ['ZZ', 'SENDER'.padEnd(15), 'ZZ', 'RECEIVER'.padEnd(15)];
  const blank = ' '.repeat(10);
  const rest = ['270301', '0930', repetition, version, '000000001', '0', 'T', component];
  return ['ISA', '00', blank, '00', blank, ...ids, ...rest].join(element) + terminator;
}

/** The output for bytes that come in pieces of a size. */
function inPieces(bytes: Uint8Array, size: number): { segments: Segment[]; faults: Fault[] } {
  const segments: Segment[] = [];
  const faults: Fault[] = [];
  const tokenizer = new Tokenizer({ segment: (s) => segments.push(s), fault: (f) => faults.push(f) });
  for (let at = 0; at < bytes.length; at += size) tokenizer.push(bytes.slice(at, at + size));
  tokenizer.end();
  return { segments, faults };
}

test.each<[string, Marks]>([
  ['the usual ones', {}],
  ['others', { element: '|', component: '>', terminator: "'", repetition: '!' }],
  ['a line break as terminator', { terminator: '\n' }],
  ['a carriage return as terminator', { terminator: '\r' }],
  ['a control character as terminator', { terminator: '\u001d' }],
  ['a backslash as terminator', { terminator: '\\' }],
])('delimiters come from the ISA alone: %s', (_what, marks) => {
  const { element = '*', component = ':', terminator = '~', repetition = '^' } = marks;
  const { interchanges, faults } = tokenize(
    `${isa(marks)}GS${element}HC${element}a${component}b${terminator}`,
  );
  expect(faults).toEqual([]);
  expect(interchanges[0]?.delimiters).toEqual({ element, component, repetition, segment: terminator });
  expect(interchanges[0]?.segments[1]?.elements).toEqual(['GS', 'HC', `a${component}b`]);
});

test.each([
  ['line breaks after each segment', '~\r\n'],
  ['blank lines', '~\n\n'],
])('%s are passed over', (_what, end) => {
  const text = `${isa().slice(0, -1)}${end}GS*HC${end}ST*837${end}`;
  const { interchanges, faults } = tokenize(text);
  expect([interchanges[0]?.segments.map(({ id }) => id), faults]).toEqual([['ISA', 'GS', 'ST'], []]);
  expect(interchanges[0]?.segments.map(({ position }) => text.slice(position, position + 2))).toEqual([
    'IS',
    'GS',
    'ST',
  ]);
});

test('a line that was broken within a segment is whole again', () => {
  const { interchanges } = tokenize(`${isa()}NM1*85*2*INVEN\r\nTED~`);
  expect(interchanges[0]?.segments[1]?.elements).toEqual(['NM1', '85', '2', 'INVENTED']);
});

test('a byte order mark is passed over, and positions count it', () => {
  const { interchanges, faults } = tokenize(`\ufeff${isa()}GS*HC~`);
  expect([faults, interchanges[0]?.segments.map(({ position }) => position)]).toEqual([[], [3, 109]]);
});

test('interchanges follow each other with delimiters of their own', () => {
  const { interchanges } = tokenize(`${isa()}IEA*0*1~\n${isa({ element: '|', terminator: '!' })}IEA|0|2!`);
  expect(interchanges.map(({ segments }) => segments.map(({ elements }) => elements.at(-1)))).toEqual([
    [':', '1'],
    [':', '2'],
  ]);
});

test('before version 00402 the ISA declares no repetition separator', () => {
  const { interchanges, faults } = tokenize(isa({ repetition: 'U', version: '00401' }));
  expect([interchanges[0]?.delimiters.repetition, faults]).toEqual([undefined, []]);
});

test('text may be UTF-8, or ISO 8859-1 where it is not', () => {
  const name = (bytes: Uint8Array) => tokenize(bytes).interchanges[0]?.segments[1]?.elements[1];
  expect(name(encode(`${isa()}N2*Nuñez 日~`))).toBe('Nuñez 日');
  expect(name(Uint8Array.from([...encode(`${isa()}N2*Nu`), 0xf1, ...encode('ez~')]))).toBe('Nuñez');
});

test.each<[code: string, text: string, ordinal: number, position: number]>([
  ['empty', '', 0, 0],
  ['empty', ' \r\n', 0, 3],
  ['no-isa', 'ST*837*0001~', 0, 0],
  ['no-isa', 'ISAAC was here', 0, 0],
  ['isa-unreadable', 'ISA*00*~', 1, 0],
  ['isa-unreadable', isa().slice(0, 105), 1, 0],
  [
    'isa-unreadable',
    `ISA*00**00*~BGN~NM1*QC*1*PATIENTSON*TESTA*MIDDLENAME*MR*JR*00501*MI*M0000001~N3*X*Y*Z~N4`,
    1,
    0,
  ],
  ['isa-width', isa().replace(/ {10}/, ''), 1, 0],
  ['delimiters', isa({ component: '*' }), 1, 0],
  ['delimiters', isa({ terminator: 'A' }), 1, 0],
  ['repetition-separator', isa({ repetition: 'U' }), 1, 0],
  ['unterminated', `${isa()}GS*HC`, 2, 106],
  ['segment-empty', `${isa()}~GS*HC~`, 2, 106],
  ['segment-too-long', `${isa()}NTE*${'x'.repeat(longestSegment)}~`, 2, 106],
  ['segment-too-long', `${isa()}NTE*${'x'.repeat(longestSegment)}`, 2, 106],
])('%s is a fault at its place', (code, text, ordinal, position) => {
  expect(tokenize(text).faults[0]).toMatchObject({ code, ordinal, position });
});

test.each([
  ['ISA02', isa().replace(/ {10}/, '')],
  ['ISA06', isa().replace(/SENDER +/, 'SENDER')],
  ['ISA11', isa({ repetition: '^^' })],
  ['ISA13', isa().replace('000000001', '00000001')],
])('an ISA of the wrong width is told at %s', (element, text) => {
  expect(tokenize(text).faults[0]).toMatchObject({ code: 'isa-width', element });
});

test('where the file ends within a segment, it is said which', () => {
  expect(tokenize(`${isa()}GS*HC`).faults).toMatchObject([{ code: 'unterminated', id: 'GS' }]);
  expect(tokenize(`${isa()}JOHN DOE`).faults).toMatchObject([{ code: 'unterminated', id: '???' }]);
});

test('the output is the same for every size of chunk', () => {
  const noise = fc.constantFrom(
    '~',
    '*',
    '\r\n',
    '\n',
    'ISA',
    isa(),
    isa({ element: '|' }),
    'GS*HC~',
    'x',
    'é',
    '\ufeff',
    '~~',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (pieces, size) => {
      const bytes = encode(pieces.join(''));
      const whole = inPieces(bytes, bytes.length + 1);
      expect(inPieces(bytes, size)).toEqual(whole);
      expect(inPieces(bytes, 1)).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test('time grows with the file, not with its square', () => {
  const time = (count: number) => {
    const bytes = encode(isa() + 'A~'.repeat(count));
    return leastOfThree(() => inPieces(bytes, 1000));
  };
  time(50_000);
  // Eight times the file: in proportion eight times, with its square 64 times.
  expect(time(400_000)).toBeLessThan(30 * time(50_000) + 50);
});
