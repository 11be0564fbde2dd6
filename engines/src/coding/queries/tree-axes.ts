import type { CodeBook } from '../../model/index.ts';

/** What a code's siblings in the tree tell apart and the code itself leaves open. */
export interface TreeAxis {
  kind: 'side' | 'stage' | 'trimester' | 'severity';
  /** Behind `can … be stated`. */
  axis: string;
  options: string[];
  /** Of a side: the site in words, as the title names it. */
  site: string[];
}

const axes = {
  side: { axis: 'the side', told: /\b(?:right|left)\b/i },
  stage: { axis: 'the stage', told: /\bstage\b|unstageable|deep tissue/i },
  trimester: { axis: 'the trimester or the weeks of gestation', told: /\btrimester\b/i },
  severity: { axis: 'the severity', told: /\b(?:mild|moderate|severe)\b/i },
} as const;

/** Parts of the body that there are two of. */
const paired =
  /\b(?:knee|hip|shoulder|wrist|ankle|elbow|hand|foot|ear|eye|eyeball|eyelid|cornea|retina|breast|kidney|renal|lung|ovary|testis|limb|extremity|arm|leg|forearm|thigh|calf|heel|finger|thumb|toe|femur|tibia|fibula|radius|ulna|humerus|clavicle|scapula|patella|navicular|scaphoid|carpal|metacarpal|metatarsal|tarsal|carpometacarpal|ribs?|rotator cuff)\b/i;

/** The axis that the tree has at a code and that its title calls unspecified. */
export function treeAxis(code: string, book: CodeBook): TreeAxis | undefined {
  const title = book.lookup(code)?.title ?? '';
  const open = /\bunspecified\b/i.exec(title);
  if (!open) return undefined;
  const behind = title.slice(open.index + open[0].length).toLowerCase();
  const kind = /^ stage\b/.test(behind)
    ? 'stage'
    : /^ trimester\b/.test(behind)
      ? 'trimester'
      : /^ severity\b/.test(behind)
        ? 'severity'
        : /\b(?:right|left|bilateral)\b/i.test(title)
          ? undefined
          : 'side';
  // Where a symptom is felt changes little, and the complaint usually tells it.
  if (!kind || (kind === 'side' && (code.startsWith('R') || !paired.test(title)))) return undefined;
  const beside = siblings(code, book);
  const named = beside.filter((one) => axes[kind].told.test(one.title));
  // `Osteoarthritis of knee, unspecified`: the sides are told one level below its siblings.
  const below =
    kind === 'side' && named.length === 0 && behind === ''
      ? beside.flatMap((one) => childrenOf(one.code, book))
      : [];
  const titles = [...named, ...below, ...(below.length > 0 ? beside : [])].map((one) => one.title);
  const options = kind === 'side' ? sides(titles) : distinctParts(titles);
  if (options.length < 2) return undefined;
  const wide = kind === 'side' && /^ (?:part|site|limb|extremity)\b/.test(behind);
  const site = (behind || title.toLowerCase()).match(/[a-z]{3,}/g)?.slice(0, 4) ?? [];
  return { kind, axis: wide ? 'the site and the side' : axes[kind].axis, options, site };
}

/** Titles beside a code; beside what is left without it, where the last character tells the phase of care. */
function siblings(code: string, book: CodeBook): Named[] {
  const parents = book.lookup(code)?.parents ?? [];
  const withPhase =
    code.length === 8 && book.children(parents.at(-1)?.code ?? '').every((one) => one.length === 8);
  const parent = parents.at(withPhase ? -2 : -1)?.code;
  const own = withPhase ? parents.at(-1)?.code : code;
  if (!parent || !own) return [];
  return childrenOf(parent, book).filter(({ code: one }) => one !== own && one.length === own.length);
}

interface Named {
  code: string;
  title: string;
}

function childrenOf(code: string, book: CodeBook): Named[] {
  return book
    .children(code)
    .map((one) => ({ code: one, title: book.lookup(one)?.title ?? '' }))
    .filter(({ title }) => !/\bunspecified\b/i.test(title));
}

function sides(titles: readonly string[]): string[] {
  const has = (side: RegExp) => titles.some((title) => side.test(title));
  if (!has(/\bright\b/i) || !has(/\bleft\b/i)) return [];
  return ['Right', 'Left', ...(has(/\bbilateral\b/i) ? ['Both sides'] : [])];
}

/** `Pressure ulcer of sacral region, stage 2` beside its siblings is `Stage 2`. */
function distinctParts(titles: readonly string[]): string[] {
  const parts = titles.map((title) => title.split(', ').at(-1) ?? title);
  return [...new Set(parts)].map((part) => part.charAt(0).toUpperCase() + part.slice(1));
}
