import { icd10cmCode } from '../edition-data.ts';
import { bad, good, linesOf, type Read } from './read.ts';

/** Whether the first line is the heading of a list of codes exempt from present-on-admission reporting. */
export function isPoaHeading(line: string): boolean {
  return /^Order\d*\tPOAexempt\w*\t/i.test(line);
}

/**
 * Reads the full POA-exempt list (tab separated: order number, code, description) into its codes. Refuses
 * lists whose order numbers do not rise. Source: `ReadMePOAexempt…txt`, published with the file.
 */
export function readPoaExempt(text: string): Read<string[]> {
  const [heading = '', ...lines] = linesOf(text);
  if (!isPoaHeading(heading))
    return bad('this is not a POA-exempt list; expected the columns Order, POAexemptCode, Description');
  const codes: string[] = [];
  let before = -1;
  for (const [place, line] of lines.entries()) {
    const [number = '', code = '', description] = line.split('\t');
    if (!icd10cmCode.test(code) || description === undefined || !(Number(number) > before)) {
      return bad(
        `line ${place + 2} of the POA-exempt list is not a number above the one before, a code and a description`,
      );
    }
    before = Number(number);
    codes.push(code);
  }
  if (codes.length === 0 || !/[\r\n]$/.test(text))
    return bad('the POA-exempt list is cut short; download it again');
  return good(codes);
}
