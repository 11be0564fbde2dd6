import type { Edition, ProcedureBook, ProcedureReading, Span } from '../../model/index.ts';
import type { CodeEdition, PcsParts } from '../edition-data.ts';
import { Lexicon } from '../search/lexicon.ts';
import { type Found, TableChooser } from './choose-table.ts';
import { graftsIn } from './coronary.ts';
import { derivedFrom } from './derived.ts';
import { describe } from './describe.ts';
import { Forms } from './forms.ts';
import { type LabelEvidence, Labels } from './labels.ts';
import { type Named, Operations } from './operations.ts';
import { settle, targetsBeyond } from './settle.ts';
import { readStatement, type Segment, type Statement, segmentsOf, sidesIn, spansOf } from './statement.ts';
import type { PcsVocabulary } from './vocabulary.ts';
import { approach, bodyPart, type Said } from './walk.ts';

/** Reads statements of procedures by the index and the tables of one edition. */
export class ProcedureReader implements ProcedureBook {
  readonly edition: Edition;
  readonly #codes: CodeEdition;
  readonly #lexicon: Lexicon;
  readonly #forms: Forms;
  readonly #labels: Labels;
  readonly #operations: Operations;
  readonly #chooser: TableChooser;

  constructor(codes: CodeEdition, parts: PcsParts, vocabulary: PcsVocabulary) {
    this.edition = codes.edition;
    this.#codes = codes;
    this.#lexicon = new Lexicon(vocabulary);
    this.#forms = new Forms(vocabulary, this.#lexicon);
    this.#labels = new Labels(parts, vocabulary, this.#lexicon);
    this.#operations = new Operations(parts, vocabulary, this.#lexicon);
    this.#chooser = new TableChooser(codes, this.#labels, parts.tables?.tables ?? []);
  }

  namesIn(text: string): Span[] {
    const statement = readStatement(text, this.#lexicon, this.#forms);
    return this.#operations.namedIn(statement.keys).map(({ words }) => this.#spanOf(statement, words));
  }

  read(text: string, context = ''): ProcedureReading[] {
    const statement = readStatement(text, this.#lexicon, this.#forms);
    const { named, looks } = settle(this.#operations.namedIn(statement.keys), statement, this.#labels);
    if (named.length === 0) return [];
    const around = readStatement(context, this.#lexicon, this.#forms);
    const aroundSaid = context === '' ? undefined : this.#labels.evidence(around.keys);
    const whole = this.#evidenceIn(statement, { from: 0, to: statement.keys.length });
    const segments = segmentsOf(statement, named);
    const readings: ProcedureReading[] = [];
    for (const [at, one] of named.entries()) {
      const segment = segments[at] ?? { from: 0, to: statement.keys.length };
      const own = named.length === 1 ? whole : this.#evidenceIn(statement, segment);
      const plain = this.#evidenceIn(statement, segment, this.#actWords(one, statement));
      const sides =
        [segment, { from: 0, to: statement.words.length }]
          .map((stretch) => sidesIn(statement, stretch))
          .find((found) => found.size > 0) ?? sidesIn(around, { from: 0, to: around.words.length });
      const look = (place: number, label: string): LabelEvidence | undefined => {
        if (place === bodyPart) return own.get(label);
        if (place !== approach) return plain.get(label);
        const said = own.get(label) ?? whole.get(label) ?? aroundSaid?.get(label);
        return said?.whole ? said : undefined;
      };
      const before = readings.length;
      for (const group of one.operation.targets)
        for (const extra of this.#variants(one, statement, segment))
          for (const found of this.#chooser.best(one, group, statement, segment, {
            at: extra.implies.length > 0 ? approachOnly(look) : look,
            sides,
            implies: [...extra.implies, ...one.operation.implies],
          }))
            readings.push(this.#tell(found, statement, extra.words));
      if (readings.length > before) continue;
      const said = { at: look, sides, implies: one.operation.implies };
      for (const found of this.#chooser.best(one, targetsBeyond(looks, one), statement, segment, said))
        readings.push(this.#tell(found, statement, new Set()));
    }
    // Neither operation nor body system: a word of the statement is also the name of a device or substance.
    return distinct(readings).filter(({ code }) => !/^.\?\?/.test(code));
  }

  #evidenceIn({ keys, ...statement }: Statement, { from, to }: Segment, but?: ReadonlySet<number>) {
    const masked = keys.map((key, place) => (place < from || place >= to || but?.has(place) ? '' : key));
    const evidence = this.#labels.evidence(masked);
    for (const [label, found] of derivedFrom({ keys, ...statement })) {
      const inside = [...found.words].every((place) => place >= from && place < to);
      if (inside) evidence.set(label, found);
    }
    return evidence;
  }

  /** The words of a name that say what is done; those of the index may say a device too (`Banding`). */
  #actWords({ operation, words }: Named, { keys }: Statement): ReadonlySet<number> {
    if (operation.source !== 'index') return words;
    return new Set([...words].filter((place) => this.#operations.isRootWord(keys[place] ?? '')));
  }

  /** Grafts of a coronary bypass are procedures of their own; everything else is one. */
  #variants({ operation }: Named, statement: Statement, segment: Segment) {
    const none = { implies: [] as string[], words: new Set<number>() as ReadonlySet<number> };
    const isCoronaryBypass = operation.targets.some((group) =>
      group.some(({ written }) => written.startsWith('021')),
    );
    const grafts = isCoronaryBypass ? graftsIn(statement, segment) : [];
    return grafts.length > 0 ? grafts : [none];
  }

  #tell(found: Found, statement: Statement, words: ReadonlySet<number>): ProcedureReading {
    const places = new Set([...found.explained, ...words]);
    const others = (found.others ?? []).map(({ walked }) => walked);
    const title = (code: string) => this.#codes.lookup(code)?.title ?? code;
    return {
      ...describe(found, statement, others, title),
      evidence: spansOf(statement, places),
      ...(isGeneral(found.named) && { isGeneral: true as const }),
    };
  }

  #spanOf(statement: Statement, words: ReadonlySet<number>): Span {
    const start = Math.min(...[...words].map((place) => statement.words[place]?.start ?? 0));
    const end = Math.max(...[...words].map((place) => statement.words[place]?.end ?? 0));
    return { start, end, quote: statement.text.slice(start, end) };
  }
}

/** A name that every body system knows: `drainage`, `closure`. */
function isGeneral({ operation }: Named): boolean {
  const { source, targets } = operation;
  return source === 'root' || (source === 'index' && targets.flat().every((target) => target.isAnywhere));
}

/** Each graft says all of its own axes; what else the statement says is of the other grafts. */
function approachOnly(look: Said['at']): Said['at'] {
  return (place, label) => (place === approach ? look(place, label) : undefined);
}

function distinct(readings: readonly ProcedureReading[]): ProcedureReading[] {
  const seen = new Set<string>();
  return readings.filter(({ code }) => !seen.has(code) && seen.add(code));
}
