import { expect, test } from 'vitest';
import type { Segment } from '../tokens/segment.ts';
import type { Loop } from '../walk/loop.ts';
import { readSituations } from './read.ts';

const delimiters = { element: '*', component: ':', repetition: '^', segment: '~' };

function segments(texts: string[]): Segment[] {
  return texts.map((text, index) => {
    const elements = text.split('*');
    return { id: elements[0] ?? '', elements, ordinal: index + 1, position: 0, delimiters };
  });
}

function loop(id: string, texts: string[], loops: Loop[] = []): Loop {
  const use = {
    kind: 'loop',
    id,
    label: id,
    required: true,
    max: 1,
    children: [],
    rank: 0,
    index: 0,
    byOpener: new Map(),
  } as const;
  const made: Loop = {
    id,
    use: { ...use, children: [] },
    parent: undefined,
    segments: segments(texts),
    loops,
    unsure: undefined,
    known: undefined,
  };
  for (const inner of loops) Object.assign(inner, { parent: made });
  return made;
}

/** What a line finds in the claim loop of a transaction. */
function found(line: string, texts: string[], loops: Loop[] = []) {
  const claim = loop('2300', texts, loops);
  const level = loop('2000B', ['HL*2*1*22*0', 'SBR*P*18'], [claim]);
  const [rule] = readSituations(line, 'our guide');
  if (!rule || level.id === '') throw new Error('no rule');
  return rule
    .check(rule.loop === '2000B' ? level : claim)
    .map(({ segment, missing, loop, element }) => [
      segment.elements.join('*'),
      missing ?? element ?? '',
      loop,
    ]);
}

const accident =
  '2300 CLM11-1=AA,OA|CLM11-2=AA,OA needs DTP*439 ; a claim for an accident says when it happened';
const clm = (causes: string, rest = '11:B:1') => `CLM*A1*100***${rest}*Y*A*Y*Y**${causes}`;

test.each([
  { line: accident, texts: [clm('AA')], finds: [[clm('AA'), 'DTP', '2300']] },
  { line: accident, texts: [clm('EM:OA')], finds: [[clm('EM:OA'), 'DTP', '2300']] },
  { line: accident, texts: [clm('EM')], finds: [] },
  { line: accident, texts: [clm('AA'), 'DTP*439*D8*20270301'], finds: [] },
  { line: '2300 CLM11-1=AA needs CLM11-4 ; x', texts: [clm('AA')], finds: [[clm('AA'), 'CLM11-4', '2300']] },
  {
    line: '2300 !REF*F8 & CLM05-3=7 needs REF*F8 ; x',
    texts: [clm('', '11:B:7')],
    finds: [[clm('', '11:B:7'), 'REF', '2300']],
  },
  {
    line: '2300 CLM05-1=1* bars REF*G1.02 ; x',
    texts: [clm(''), 'REF*G1*4'],
    finds: [['REF*G1*4', 'REF02', '2300']],
  },
  {
    line: '2300 ^2000B/SBR02=18 bars DTP*439 ; x',
    texts: [clm(''), 'DTP*439*D8*1'],
    finds: [['DTP*439*D8*1', '', '2300']],
  },
  {
    line: '2300 PWK02=BM,FX needs PWK06 ; x',
    texts: [clm(''), 'PWK*03*AA', 'PWK*04*FX', 'PWK*05*BM***AC*9'],
    finds: [['PWK*04*FX', 'PWK06', '2300']],
  },
  { line: '2300 always needs DTP*434 or DTP*435 ; x', texts: [clm('')], finds: [[clm(''), 'DTP', '2300']] },
  { line: '2300 always needs DTP*434 or DTP*435 ; x', texts: [clm(''), 'DTP*435*D8*1'], finds: [] },
])('$line', ({ line, texts, finds }) => {
  expect(found(line, texts)).toEqual(finds);
});

test('a segment of a loop within is due where that loop stands, and a loop is named by the segment that opens it', () => {
  const inner = loop('2310B', ['NM1*82*1*ROE']);
  expect(found('2300 always needs 2310B/PRV ; x', ['CLM*1'], [inner])).toEqual([
    ['NM1*82*1*ROE', 'PRV', '2310B'],
  ]);
  expect(found('2300 always needs 2310B/NM109 ; x', ['CLM*1'], [inner])).toEqual([
    ['NM1*82*1*ROE', 'NM109', '2310B'],
  ]);
  // The loop is not there: that its second segment is not either needs no words.
  expect(found('2300 always needs 2310B/PRV ; x', ['CLM*1'])).toEqual([]);
});

test('a segment that stands there with a wrong code is not called missing as well', () => {
  const claim = loop('2300', [clm('AA'), 'DTP*999*D8*20270301']);
  claim.unsure = new Set(['DTP']);
  const [rule] = readSituations(accident, 'our guide');
  expect(rule?.check(claim)).toEqual([]);
});

test.each(['2300 CLM01', '2300 XX1 needs REF*F8 ; x', '2300 CLM01 needs REF*F8', 'CLM01 needs ; x'])(
  'a line that cannot be read is a mistake of ours: %s',
  (line) => {
    expect(() => readSituations(line, 'our guide')).toThrow();
  },
);

test('a rule says in words what it wants', () => {
  expect(readSituations(`${accident} [accident-date]`, '005010X222A1')[0]).toMatchObject({
    id: 'accident-date',
    snip: 4,
    from: 'guide',
    source: '005010X222A1, 2300',
    when: 'a claim for an accident says when it happened: DTP*439 is required',
  });
});
