import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../../test/shared.ts';
import { validate } from '../check/validate.ts';
import { guides } from '../guides/index.ts';
import { arbitraryTransaction } from '../testing/random-transaction.ts';
import { latin1 } from '../tokens/bytes.ts';
import { tokenize } from '../tokens/tokenizer.ts';
import type { X12Document } from './document.ts';
import { readDocument } from './read-document.ts';
import { writeDocument } from './write-document.ts';

/** As it would come back from a file of JSON. */
function throughJson(document: X12Document): X12Document {
  return JSON.parse(JSON.stringify(document));
}

/** Segments as they stand in a file, without line breaks. */
function segments(bytes: Uint8Array): string[] {
  return tokenize(bytes).interchanges.flatMap((interchange) =>
    interchange.segments.map(
      ({ elements, delimiters }) => elements.join(delimiters.element) + delimiters.segment,
    ),
  );
}

/** A file of bytes that each character stands for. */
function file(
  functionalId: string,
  version: string,
  transaction: readonly (readonly string[])[],
): Uint8Array {
  const isa =
    'ISA*00*          *00*          *ZZ*SENDER1        *ZZ*RECEIVER1      *270402*0930*^*00501*000000001*0*T*:';
  const gs = `GS*${functionalId}*SENDER1*RECEIVER1*20270402*0930*1*X*${version}`;
  const body = transaction.map((elements) => elements.join('*'));
  return Uint8Array.from([isa, gs, ...body, 'GE*1*1', 'IEA*1*000000001', ''].join('~'), (c) =>
    c.charCodeAt(0),
  );
}

const held = guides.flatMap((guide) =>
  guide.versions
    .slice(0, 1)
    .map((version) => ({ name: `${guide.type} ${guide.purposes?.[0] ?? version}`, guide, version })),
);

test.each(held)('whatever $name may hold is read and written byte for byte', ({ guide, version }) => {
  fc.assert(
    fc.property(arbitraryTransaction(guide, version), (transaction) => {
      const bytes = file(guide.functionalId, version, transaction);
      const document = readDocument(bytes, { snip: 2 });
      expect(document.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(JSON.stringify(document)).not.toContain('"unplaced"');
      expect(latin1(writeDocument(throughJson(document)))).toBe(latin1(bytes));
    }),
    { numRuns: 25 },
  );
});

type Spoil = (body: string[][], at: number, to: number) => void;

const spoils: readonly Spoil[] = [
  (body, at) => body.splice(at, 1),
  (body, at, to) => body.splice(to, 0, [...(body[at] ?? [])]),
  (body, at, to) => body.splice(to, 0, ...body.splice(at, 1)),
  (body, at) => body[at]?.splice(1, 1),
  (body, at) => body[at]?.splice(1, 1, 'ZZ'),
  (body, at) => body[at]?.splice(2, 1, 'A:B^C'),
  (body, at) => body[at]?.push('', 'X'),
  (body, at) => body[at]?.push(''),
  (body, at) => body.splice(at, 0, ['K3', 'NOT HERE']),
];

const spoil = fc.tuple(fc.constantFrom(...spoils), fc.nat(), fc.nat());
// What is left of binary data may be no text.
const textual = held.filter(({ guide }) => guide.type !== '275');

test.each(textual)('$name comes back as it was even when it is spoiled', ({ guide, version }) => {
  const spoilt = fc.array(spoil, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(arbitraryTransaction(guide, version), spoilt, ([st = [], ...rest], acts) => {
      const body = structuredClone(rest.slice(0, -1));
      for (const [act, at, to] of acts) {
        // Nothing is left of a short one at times.
        if (body.length > 0) act(body, at % body.length, to % body.length);
      }
      const bytes = file(guide.functionalId, version, [st, ...body, ['SE', '1', '0001']]);
      const { findings, ...document } = readDocument(bytes, { check: false });
      expect(latin1(writeDocument(throughJson(document)))).toBe(latin1(bytes));
      expect(checked(bytes)).toEqual(document);
    }),
    { numRuns: 25 },
  );
});

/** What is read along the way of the check. */
function checked(bytes: Uint8Array): X12Document {
  const { findings, ...document } = readDocument(bytes, { snip: 2 });
  return document;
}

const types = hasShared ? readdirSync(sharedPath('edi')).filter((name) => !/\.|^ncpdp/.test(name)) : [];
const samples = types.flatMap((type) =>
  readdirSync(sharedPath('edi', type))
    .filter((name) => name !== 'index.json' && name !== 'expected')
    .map((name) => ({ name, bytes: readFileSync(sharedPath('edi', type, name)) })),
);

test.skipIf(!hasShared)('sample files that are clean at SNIP 1 and 2 keep every segment', () => {
  const clean = samples.filter(({ bytes }) => validate(bytes, { snip: 2 }).valid);
  expect(clean.length).toBeGreaterThan(100);
  const changed = clean.filter(({ bytes }) => {
    const written = writeDocument(throughJson(readDocument(bytes, { check: false })));
    return segments(written).join('\n') !== segments(bytes).join('\n');
  });
  expect(changed.map(({ name }) => name)).toEqual([]);
});

/** Files whose envelope is not whole, or whose ISA is not of the right width: writing makes it so. */
const mended = new Set([
  'Healthcare-Data-Insight_api-examples__commercial.4731eea3.dat',
  'Inteligenz_X12Parser___5010__FromBogeyone.txt',
  'UHIN_x12-parser-library__TA1.txt',
  'azoner_pyx12__x12testdata.837miss.txt',
  'azoner_pyx12__x12testdata.fail_no_IEA.txt',
  'xlate_staedi__optionalInterchangeServices.edi',
]);

test.skipIf(!hasShared)('so do those with errors, unless their envelope is not whole', () => {
  const changed = samples.filter(({ bytes }) => {
    const document = throughJson(checked(bytes));
    if (document.unplaced) return true;
    return segments(writeDocument(document)).join('\n') !== segments(bytes).join('\n');
  });
  expect(changed.map(({ name }) => name).filter((name) => !mended.has(name))).toEqual([]);
});
