import type { Claim, ClaimKind, Finding, IsoDate } from '../model/index.ts';
import { type Entry, type Layout, lay, type Wording } from './entry.ts';
import type { FormName, PlacedText } from './grid.ts';

/** A claim on paper: what stands where, and what did not fit. */
export interface PaperForm {
  form: FormName;
  pages: number;
  texts: PlacedText[];
  findings: Finding[];
}

/** A claim that this form is not for. */
export interface FormRefusal {
  refusal: { code: 'form.claim-kind'; message: string };
}

export interface FormOptions {
  /** The day the form is made: box 31 and form locator 45. */
  on: IsoDate;
}

const forms: Record<ClaimKind, FormName | undefined> = {
  professional: 'cms1500',
  institutional: 'ub04',
  // The ADA's form is not printed here.
  dental: undefined,
};

const titles: Record<FormName, string> = { cms1500: 'CMS-1500', ub04: 'UB-04' };

/** The form a kind of claim belongs on; undefined for dental claims, which have one of their own. */
export function formFor(kind: ClaimKind): FormName | undefined {
  return forms[kind];
}

/** Why a claim cannot be put on a form; undefined when it can. */
export function refuseKind({ kind }: Claim, form: FormName): FormRefusal | undefined {
  const right = formFor(kind);
  if (right === form) return undefined;
  const belongs = right ? `it belongs on the ${titles[right]}` : "it belongs on the ADA's dental claim form";
  return {
    refusal: {
      code: 'form.claim-kind',
      message: `This claim is ${kind}, and the ${titles[form]} is not for such claims: ${belongs}.`,
    },
  };
}

/** Lays out page by page. What is repeated on every page is found wrong only once. */
export function compose(
  form: FormName,
  { layout, wording }: { layout: Layout; wording: Wording },
  pages: readonly (readonly Entry[])[],
  further: readonly Finding[],
): PaperForm {
  const laid = pages.map((entries, index) => lay(layout, wording, entries, index + 1));
  const seen = new Set<string>();
  const findings = laid
    .flatMap((page) => page.findings)
    .concat(further)
    .filter(({ rule, at, source }) => {
      const key = [rule, at, source].join('\n');
      return !seen.has(key) && seen.add(key);
    });
  const texts = laid.flatMap((page) => page.texts.sort(inReadingOrder));
  return { form, pages: pages.length, texts, findings };
}

const inReadingOrder = (one: PlacedText, other: PlacedText) =>
  one.row - other.row || one.column - other.column;

/** A list in parts of at most so many; of an empty list one empty part. */
export function parts<T>(items: readonly T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
