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
  if (!kind) return undefined;
  const titles = siblings(code, book).filter((one) => axes[kind].told.test(one));
  const options = kind === 'side' ? sides(titles) : distinctParts(titles);
  if (options.length < 2) return undefined;
  return { kind, axis: axes[kind].axis, options, site: behind.match(/[a-z]{3,}/g)?.slice(0, 4) ?? [] };
}

/** Titles beside a code; beside what is left without it, where the last character tells the phase of care. */
function siblings(code: string, book: CodeBook): string[] {
  const parents = book.lookup(code)?.parents ?? [];
  const withPhase =
    code.length === 8 && book.children(parents.at(-1)?.code ?? '').every((one) => one.length === 8);
  const parent = parents.at(withPhase ? -2 : -1)?.code;
  const own = withPhase ? parents.at(-1)?.code : code;
  if (!parent || !own) return [];
  return book
    .children(parent)
    .filter((one) => one !== own && one.length === own.length)
    .map((one) => book.lookup(one)?.title ?? '')
    .filter((one) => !/\bunspecified\b/i.test(one));
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
