import type { AssignedCode, SuggestionView } from '@superbill/contract';
import type { CodeSystem, Evidence, Instant } from '@superbill/engines/model';

/** What the coder decides on: the codes of the visit in their order, and the suggestions. */
export interface Coding {
  codes: readonly AssignedCode[];
  suggestions: readonly SuggestionView[];
}

/** A code about to be put on the visit. */
interface NewCode {
  system: CodeSystem;
  code: string;
  title: string;
  origin: 'suggestion' | 'search';
  path: readonly string[];
  confidence?: number;
  evidence: readonly Evidence[];
}

/**
 * One change of the coding. Codes are named by their text, not by a row's id, so that a change can be shown,
 * and taken back, before the server has answered; a visit holds each code at most once.
 */
export type Change =
  | { kind: 'assign'; code: NewCode }
  | { kind: 'remove'; code: string }
  | { kind: 'order'; codes: readonly string[] }
  | { kind: 'reject'; system: CodeSystem; code: string }
  | { kind: 'unreject'; system: CodeSystem; code: string };

/** Whose decision it is, and when. */
export interface Stamp {
  by: string;
  at: Instant;
}

/**
 * The coding as it will be once the server has done the change. Doing a change twice is doing it once, so
 * changes may be laid over an answer that holds them already.
 */
function applyChange(coding: Coding, change: Change, stamp: Stamp): Coding {
  const { codes, suggestions } = coding;
  switch (change.kind) {
    case 'assign': {
      const { code } = change;
      const there = codes.some((each) => each.code === code.code);
      return {
        codes: there ? codes : [...codes, assigned(code, codes.length + 1, stamp)],
        suggestions: decide(suggestions, code.code, 'accepted'),
      };
    }
    case 'remove': {
      if (!codes.some(({ code }) => code === change.code)) return coding;
      const left = codes.filter(({ code }) => code !== change.code);
      return { codes: numbered(left), suggestions: decide(suggestions, change.code, 'open') };
    }
    case 'order': {
      const place = (code: string) => {
        const at = change.codes.indexOf(code);
        return at === -1 ? change.codes.length : at;
      };
      return { codes: numbered([...codes].sort((a, b) => place(a.code) - place(b.code))), suggestions };
    }
    case 'reject':
      return { codes, suggestions: decide(suggestions, change.code, 'rejected') };
    case 'unreject': {
      const there = codes.some(({ code }) => code === change.code);
      return { codes, suggestions: decide(suggestions, change.code, there ? 'accepted' : 'open') };
    }
  }
}

export function applyAll(coding: Coding, changes: readonly Change[], stamp: Stamp): Coding {
  return changes.reduce((now, change) => applyChange(now, change, stamp), coding);
}

/** The changes that bring back the coding as it stood before these; each is undone after those that follow it. */
export function inverseOf(before: Coding, changes: readonly Change[], stamp: Stamp): Change[] {
  const back: Change[][] = [];
  let now = before;
  for (const change of changes) {
    back.unshift(inverseOfOne(now, change));
    now = applyChange(now, change, stamp);
  }
  return back.flat();
}

function inverseOfOne({ codes }: Coding, change: Change): Change[] {
  const order: Change = { kind: 'order', codes: codes.map(({ code }) => code) };
  switch (change.kind) {
    case 'assign':
      return [{ kind: 'remove', code: change.code.code }];
    case 'remove': {
      const removed = codes.find(({ code }) => code === change.code);
      if (!removed) return [];
      const { system, code, title, origin, path, evidence } = removed;
      const again: Change = { kind: 'assign', code: { system, code, title, origin, path, evidence } };
      return codes.at(-1) === removed ? [again] : [again, order];
    }
    case 'order':
      return [order];
    case 'reject':
      return [{ ...change, kind: 'unreject' }];
    case 'unreject':
      return [{ ...change, kind: 'reject' }];
  }
}

/** Accepting takes a rejection back first: a code is not both. */
export function acceptSuggestion(suggestion: SuggestionView): Change[] {
  const { system, code, title, path, confidence, evidence, decision } = suggestion;
  if (decision === 'accepted') return [];
  const assign: Change = {
    kind: 'assign',
    code: { system, code, title, origin: 'suggestion', path, confidence, evidence },
  };
  return decision === 'rejected' ? [{ kind: 'unreject', system, code }, assign] : [assign];
}

/** Takes one of a suggestion's alternatives in its stead, on the same words; the suggestion counts as rejected. */
export function chooseInstead(
  suggestion: SuggestionView,
  alternative: SuggestionView['alternatives'][number],
) {
  const { system, path, evidence } = suggestion;
  const { code, title, needs } = alternative;
  const step = `Chosen instead of ${suggestion.code}: ${needs.join(', ')}`;
  const assign: Change = {
    kind: 'assign',
    code: { system, code, title, origin: 'suggestion', path: [...path, step], evidence },
  };
  return [...rejectSuggestion(suggestion), assign];
}

/** Rejecting what is on the visit takes it off first. */
export function rejectSuggestion({ system, code, decision }: SuggestionView): Change[] {
  if (decision === 'rejected') return [];
  const reject: Change = { kind: 'reject', system, code };
  return decision === 'accepted' ? [{ kind: 'remove', code }, reject] : [reject];
}

/** Moves a code up or down among the codes; nothing at the ends. */
export function moveCode({ codes }: Coding, code: string, by: 1 | -1): Change[] {
  const order = codes.map((each) => each.code);
  const from = order.indexOf(code);
  const other = order[from + by];
  if (from === -1 || other === undefined) return [];
  order[from + by] = code;
  order[from] = other;
  return [{ kind: 'order', codes: order }];
}

function assigned({ system, code, title, origin, path, evidence }: NewCode, position: number, stamp: Stamp) {
  return {
    // Never sent: the row's own id comes with the next answer.
    id: pendingId,
    system,
    code,
    title,
    edition: '',
    position,
    origin,
    path: [...path],
    evidence: [...evidence],
    decidedBy: stamp.by,
    decidedAt: stamp.at,
  } satisfies AssignedCode;
}

/** The id of a code that the server has not stored yet. */
export const pendingId = 'pending';

function numbered(codes: readonly AssignedCode[]): AssignedCode[] {
  return codes.map((code, place) => (code.position === place + 1 ? code : { ...code, position: place + 1 }));
}

function decide(suggestions: readonly SuggestionView[], code: string, decision: SuggestionView['decision']) {
  return suggestions.map((each) => (each.code === code ? { ...each, decision } : each));
}
