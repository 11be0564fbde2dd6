import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { cms1500, type PaperForm, type PlacedText, toPoints, ub04 } from '@superbill/engines/forms';
import { cents, isoDate } from '@superbill/engines/model';
import { afterAll, describe, expect, test } from 'vitest';
import {
  allBoxesClaim,
  allLocatorsClaim,
  anInstitutionalClaim,
  aProfessionalClaim,
  aRevenueLine,
  aVisit,
} from '../../../engines/src/forms/examples.test-data.ts';
import { renderForms } from './render-form.ts';

const options = { on: isoDate('2027-04-02') };

function made(form: PaperForm | { refusal: { message: string } }): PaperForm {
  if ('refusal' in form) throw new Error(form.refusal.message);
  return form;
}

const forms = {
  'a CMS-1500 with all boxes': made(cms1500(allBoxesClaim(), options)),
  'a CMS-1500 of three pages': made(
    cms1500(aProfessionalClaim({ lines: Array.from({ length: 13 }, () => aVisit()) }), options),
  ),
  'a UB-04 with all locators': made(ub04(allLocatorsClaim(), options)),
  'a UB-04 of three pages': made(
    ub04(
      anInstitutionalClaim({
        lines: Array.from({ length: 45 }, (_, index) => aRevenueLine({ charge: cents(100 + index) })),
      }),
      options,
    ),
  ),
};

const cases = Object.entries(forms);

interface Shown {
  text: string;
  x: number;
  y: number;
}

/** The texts of each page, as the content streams place them: points from the lower left corner. */
function readTexts(pdf: Buffer): Shown[][] {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const start = at + 'stream\n'.length;
    const content = inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start)));
    streams.push(content.toString('latin1'));
  }
  const shown = /1 0 0 1 ([\d.]+) ([\d.]+) Tm\n\/F\d+ 10 Tf\n1\.2 Tc\n\[<([0-9a-f]+)> 0\] TJ/g;
  return streams
    .filter((content) => content.includes(' Tm'))
    .map((content) =>
      Array.from(content.matchAll(shown), ([, x, y, hex = '']) => ({
        text: Buffer.from(hex, 'hex').toString('latin1'),
        x: Number(x),
        y: Number(y),
      })),
    );
}

/** Where a text of a form belongs on the paper: its letters in the middle of their columns. */
function belongs({ form }: PaperForm, placed: PlacedText): Shown {
  const { x, y } = toPoints(form, placed);
  return { text: placed.text, x: Number((x + 0.6).toFixed(3)), y: 792 - (y + 9) };
}

const rounded = ({ text, x, y }: Shown) => ({ text, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });

describe.each(cases)('%s', (_, form) => {
  test.each(['none', 'proof'] as const)(
    'has its texts at their places on background %s',
    async (background) => {
      const pages = readTexts(await renderForms([form], { background }));
      expect(pages).toHaveLength(form.pages);
      for (const [index, texts] of pages.entries()) {
        const expected = form.texts.filter(({ page }) => page === index + 1);
        expect(texts.map(rounded)).toEqual(expected.map((placed) => rounded(belongs(form, placed))));
      }
    },
  );
});

test('the same forms give the same bytes, others give others', async () => {
  const [one, other] = [forms['a CMS-1500 with all boxes'], forms['a UB-04 with all locators']];
  const first = await renderForms([one, other], { background: 'none' });
  expect(await renderForms([one, other], { background: 'none' })).toEqual(first);
  expect(await renderForms([other, one], { background: 'none' })).not.toEqual(first);
  expect(await renderForms([one, other], { background: 'proof' })).not.toEqual(first);
});

test('nothing in the file acts, links or tells who the patient is outside of the page', async () => {
  const pdf = await renderForms([forms['a CMS-1500 with all boxes']], { background: 'proof' });
  const text = pdf.toString('latin1');
  expect(text).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|Annots|URI|EmbeddedFile|AcroForm)\b/);
  expect(text).not.toContain('PARENT');
  expect(text).toContain('/MediaBox [0 0 612 792]');
});

test('a background of boxes has no words but numbers and letters of fields', async () => {
  const blank = { ...forms['a UB-04 with all locators'], texts: [] };
  const pdf = await renderForms([blank], { background: 'proof' });
  expect(readTexts(pdf)).toEqual([[]]);
});

/** A reader of PDF that is not ours, where there is one. */
const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasPdftotext)('read by another program', () => {
  const directory = mkdtempSync(join(tmpdir(), 'forms-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each(cases)('%s has each text on its page and at its place', async (_, form) => {
    const file = join(directory, 'form.pdf');
    writeFileSync(file, await renderForms([form], { background: 'none' }));
    const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
    const pages = html.split('<page ').slice(1);
    expect(pages).toHaveLength(form.pages);
    const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/g;
    const boxes = pages.map((page) =>
      Array.from(
        page.matchAll(word),
        ([, ...edges]) => edges.map(Number) as [number, number, number, number],
      ),
    );
    for (const placed of form.texts) {
      const { x, y } = toPoints(form.form, placed);
      const inside = boxes[placed.page - 1]?.some(
        ([xMin, yMin, xMax, yMax]) => xMin <= x + 1.3 && xMax >= x + 5 && yMin >= y - 1 && yMax <= y + 13,
      );
      expect(inside, placed.field).toBe(true);
    }
  });
});
