import type { CodeEdition } from '../edition-data.ts';
import { readStrings, type Sections, type StringTable, section } from '../sections.ts';
import { Lexicon } from './lexicon.ts';
import { Morphologies } from './morphology.ts';
import { Sites } from './sites.ts';
import type { Vocabulary } from './vocabulary.ts';

/** For each number a list of numbers, as two arrays. */
interface Lists {
  start(at: number): number;
  end(at: number): number;
  items: Uint32Array;
}

/** The sections of a search, opened: views without a copy, and the few maps that a search needs. */
export interface IndexView {
  edition: CodeEdition;
  lexicon: Lexicon;
  sites: Sites;
  morphologies: Morphologies;
  words: readonly string[];
  numberOf: Map<string, number>;
  /** Word numbers in alphabetical order of the words. */
  alphabet: Uint32Array;
  /** Spellings that are not themselves words of the index, and the number of the word each is a form of. */
  spellings: StringTable;
  spellingWord: Uint32Array;
  /** The number of the word that says a word is absent, or of the word that a denial denies; −1 without one. */
  opposite: Int32Array;
  /** How much a word says, 0–1: rare words near 1. */
  weight: Float32Array;
  postings: Lists;
  anchors: Lists;
  /** Required words first, rare to frequent, then optional ones. */
  termWords: Lists;
  termRequired: Uint8Array;
  /** Sum of the weights of a term's required words. */
  termWeight: Float32Array;
  termCode: Uint32Array;
  termSource: Uint8Array;
  termFrom: Int32Array;
  termTo: Int32Array;
  titles: Lists;
  codeParent: Int32Array;
  codeBillable: Uint8Array;
  /** 1 for codes that are coded beside another: external causes, germs, weeks of a pregnancy. */
  codeBesides: Uint8Array;
}

function lists(items: Uint32Array, ends: Uint32Array): Lists {
  return { items, start: (at) => (at === 0 ? 0 : (ends[at - 1] ?? 0)), end: (at) => ends[at] ?? 0 };
}

function readLists(sections: Sections, name: string): Lists {
  return lists(section(sections, name, Uint32Array), section(sections, `${name}.ends`, Uint32Array));
}

const weakness = 0.15;
/** Even the most frequent clinical word (`pain`, `fracture`) says this much: to miss it is to answer another question. */
const floor = 0.2;
/** `Other` and `specified` count for more than `unspecified`: they claim a thing the text does not name. */
const otherness = 0.4;
/** That a text does not mention an absent thing (`without aura`) says less than that it mentions a present one. */
const absence = 0.4;

/** By the mark that `search.weak` gives a word. */
const weaknesses = [1, weakness, otherness, 1.5];

/** Opens what `buildSearch` made. Throws a SectionsError when a section is missing. */
export function openView(sections: Sections, edition: CodeEdition): IndexView {
  const table = readStrings(sections, 'search.words');
  const words = Array.from({ length: table.length }, (_, at) => table.at(at));
  const vocabulary: Vocabulary = JSON.parse(readStrings(sections, 'search.vocabulary').at(0));
  const postings = readLists(sections, 'search.postings');
  const weak = section(sections, 'search.weak', Uint8Array);
  const termRequired = section(sections, 'search.term.required', Uint8Array);
  const termCount = termRequired.length;
  const weight = Float32Array.from(words, (word, at) => {
    const frequency = Math.max(1, postings.end(at) - postings.start(at));
    const rarity = Math.log(1 + termCount / frequency) / Math.log(1 + termCount);
    return (
      (floor + (1 - floor) * rarity) * (weaknesses[weak[at] ?? 0] ?? 1) * (word.startsWith('!') ? absence : 1)
    );
  });
  const termWords = lists(
    section(sections, 'search.term.words', Uint32Array),
    section(sections, 'search.term.wordEnds', Uint32Array),
  );
  const termWeight = Float32Array.from(termRequired, (required, term) => {
    const start = termWords.start(term);
    let sum = 0;
    for (let i = start; i < start + required; i++) sum += weight[termWords.items[i] ?? 0] ?? 0;
    return sum;
  });
  const numberOf = new Map(words.map((word, at) => [word, at]));
  const lexicon = new Lexicon(vocabulary);
  return {
    edition,
    lexicon,
    sites: new Sites(lexicon, vocabulary.sites),
    morphologies: new Morphologies(JSON.parse(readStrings(sections, 'search.morphologies').at(0)), lexicon),
    words,
    numberOf,
    opposite: Int32Array.from(
      words,
      (word) => numberOf.get(word.startsWith('!') ? word.slice(1) : `!${word}`) ?? -1,
    ),
    alphabet: section(sections, 'search.alphabet', Uint32Array),
    spellings: readStrings(sections, 'search.spellings'),
    spellingWord: section(sections, 'search.spellings.word', Uint32Array),
    weight,
    postings,
    anchors: readLists(sections, 'search.anchors'),
    termWords,
    termRequired,
    termWeight,
    termCode: section(sections, 'search.term.code', Uint32Array),
    termSource: section(sections, 'search.term.source', Uint8Array),
    termFrom: section(sections, 'search.term.from', Int32Array),
    termTo: section(sections, 'search.term.to', Int32Array),
    titles: readLists(sections, 'search.titles'),
    codeParent: section(sections, 'search.code.parent', Int32Array),
    codeBillable: section(sections, 'search.code.billable', Uint8Array),
    codeBesides: section(sections, 'search.code.besides', Uint8Array),
  };
}
