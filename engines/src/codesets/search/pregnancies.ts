import type { IndexView } from './index-view.ts';
import type { LexWord } from './lex-word.ts';

/** Words that say a pregnancy, and those beside them that name no disease. */
const pregnancyWords = 'pregnancy antenatal antepartum prenatal gestation';
const besides =
  'complicating complicated complication affecting trimester first second third week maternal during unspecified';

/** Categories of chapter 15 for diseases of other chapters. */
const categories = ['O98', 'O99', 'O9A'];

/**
 * What has codes of its own in chapter 15, so that no range takes it: infections of the urinary tract, diabetes,
 * malnutrition, hypertension, embolism, and venous diseases. Source: tabular list, exclusions at O98 and O99.
 */
const ownCodes = /^(?:E0[89]|E1[0-3]|E4[0-6]|I1[0-6]|I26|I8[0-7]|N1[0-5]|N3[0-9]|O|P|Z)/;

/** A subcategory of chapter 15 and what it says it is for. */
interface Range {
  from: string;
  to: string;
  place: number;
  /** `Conditions in J00-J99` */
  written: string;
}

/**
 * Knows where chapter 15 puts a disease of another chapter that complicates a pregnancy: its subcategories say
 * so in ranges of codes, which no word of a question meets. Source: tabular list, inclusion terms at O98, O99
 * and O9A; Official Guidelines I.C.15.a.1.
 */
export class Pregnancies {
  readonly #ranges: Range[] = [];
  readonly #saying: ReadonlySet<string>;
  readonly #besides: ReadonlySet<string>;

  constructor({ edition, lexicon }: IndexView) {
    const keys = (list: string) => new Set(list.split(' ').map((word) => lexicon.key(word)));
    this.#saying = keys(pregnancyWords);
    this.#besides = keys(besides);
    const open = categories.filter((code) => edition.indexOf(code) >= 0);
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      const below = edition.children(code).filter((row) => !row.billable);
      open.push(...below.map((row) => row.code));
      for (const written of edition.notesAt(code)?.inclusionTerms ?? []) {
        this.#add(written, edition.indexOf(code));
      }
    }
  }

  #add(written: string, place: number): void {
    if (!written.startsWith('Conditions in ')) return;
    const [ranges = ''] = written.split('except');
    for (const [, from = '', to] of ranges.matchAll(/\b([A-Z]\d[\d.A-Z]*)(?:-([A-Z]\d[\d.A-Z]*))?/g)) {
      this.#ranges.push({ from, to: to ?? from, place, written });
    }
  }

  /** What a question that speaks of a pregnancy says besides; undefined for others. */
  diseaseIn(words: readonly LexWord[]): LexWord[] | undefined {
    if (this.#ranges.length === 0 || !words.some(({ key }) => this.#saying.has(key))) return undefined;
    const rest = words.filter(
      ({ key }) => !this.#saying.has(key) && !this.#besides.has(key) && !/^\d+$/.test(key),
    );
    return rest.length > 0 ? rest : undefined;
  }

  /** The place of the subcategory for a disease, and what the tabular list says there. */
  placeFor(code: string): { place: number; written: string } | undefined {
    if (ownCodes.test(code)) return undefined;
    let best: Range | undefined;
    for (const range of this.#ranges) {
      if (code.slice(0, range.from.length) < range.from) continue;
      if (code.slice(0, range.to.length) > range.to) continue;
      // `A50-A53` before `A00-B99`
      if (!best || range.from.length > best.from.length || range.from > best.from) best = range;
    }
    return best;
  }
}
