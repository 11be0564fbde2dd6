import { cell, type Outline, outlinesOf, type PaperForm, paper, toPoints } from '@superbill/engines/forms';
import PDFDocument from 'pdfkit';

export interface RenderOptions {
  /** `none` for pre-printed forms; `proof` draws thin boxes and their numbers, for checking on blank paper. */
  background: 'none' | 'proof';
}

/** Courier of this size is 6 points wide; the room between the letters makes it ten characters an inch. */
const fontSize = 10;
const letterSpacing = cell.width - 0.6 * fontSize;

/** From the top of a row to the line the letters stand on, so that capitals are in the middle of the row. */
const baseline = 9;

const proofInk = '#999999';

/** So small that a number stands above the capitals of its row. */
const labelSize = 4.5;

/**
 * Claims on paper as one PDF, in their order: texts in Courier at ten characters and six lines an inch, nothing
 * that acts. The same forms give the same bytes.
 */
export function renderForms(forms: readonly PaperForm[], { background }: RenderOptions): Promise<Buffer> {
  const document = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    autoFirstPage: false,
    // The file's identifier is made of these, so they stand still.
    info: { Title: 'Claims', Producer: 'Superbill', Creator: 'Superbill', CreationDate: new Date(0) },
  });
  const bytes = collect(document);
  for (const form of forms) {
    for (let page = 1; page <= form.pages; page++) {
      document.addPage();
      if (background === 'proof') drawOutlines(document, form);
      writeTexts(document, form, page);
    }
  }
  document.end();
  return bytes;
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

function writeTexts(document: PDFKit.PDFDocument, { form, texts }: PaperForm, page: number): void {
  document.font('Courier').fontSize(fontSize).fillColor('black');
  for (const placed of texts) {
    if (placed.page !== page) continue;
    const { x, y } = toPoints(form, placed);
    // Each letter in the middle of its column.
    document.text(placed.text, x + letterSpacing / 2, y + baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: letterSpacing,
    });
  }
}

function drawOutlines(document: PDFKit.PDFDocument, { form }: PaperForm): void {
  document.font('Helvetica').fontSize(labelSize).lineWidth(0.3).strokeColor(proofInk).fillColor(proofInk);
  for (const outline of outlinesOf(form)) drawOutline(document, form, outline);
}

function drawOutline(
  document: PDFKit.PDFDocument,
  form: PaperForm['form'],
  { label, left, top, right, bottom }: Outline,
): void {
  const { x, y } = toPoints(form, { column: left + 1, row: top + 1 });
  document.rect(x, y, (right - left) * cell.width, (bottom - top) * cell.height).stroke();
  document.text(label, x + 0.8, y + 3.5, { lineBreak: false, baseline: 'alphabetic' });
}
