import type { Clause } from '../../clauses.ts';
import type { Token } from './dose-words.ts';
import type { DrugMention } from './mentions.ts';

/** How sure the record is that a drug was given here, by what says so. */
export type GivenBy = 'words' | 'place' | 'form';

const verbs = new Set(
  `given administered injected infused gave received instilled pushed bolused nebulized tolerated
  inserted implanted completed`.split(/\s+/),
);
/** Words in front of such a verb that take it back: `to be given`, `will be administered`, `not given`. */
const future = new Set(['to', 'will', 'be', 'should', 'can', 'may', 'if', 'would', 'could', 'until', 'once']);
const refusing = new Set(['not', 'never', 'cannot', 'wasn', 'isn']);

/** Words before or behind a drug that say it was not given, whatever else stands there. */
const hardBefore = new Set(
  `refused refuses declined declines declining deferred held hold holding allergic allergy allergies no denies
  denied avoid avoided avoiding instead cannot contraindicated intolerant unavailable skipped missed omit
  omitted`.split(/\s+/),
);
const hardAfter = new Set(
  'refused declined deferred held cancelled canceled allergy allergic unavailable omitted contraindicated'.split(
    ' ',
  ),
);
/** Words that speak of an intention, which a later `given` makes true. */
const softBefore = new Set(
  `order ordered orders will plan planned plans start starting started prescribe prescribed prescribing rx
  consider considering recommend recommended offer offered discuss discussed schedule scheduled due next
  continue continues continued continuing takes taking take home refill refilled need needs authorization
  eligible candidate return if history h/o prior previous previously last past on using uses advised prefers
  request requests requested sent eprescribed repeat awaiting`.split(/\s+/),
);
const softAfter = new Set(
  `ordered prescribed planned scheduled recommended offered pending prn daily bid tid qid qhs nightly weekly
  monthly refill refills tomorrow`.split(/\s+/),
);

/** Another place or another day. */
const elsewhere =
  /\b(?:yesterday|(?:last|previous|prior) (?:week|month|year|visit|night|dose|injection|shot|time)|ago|outside (?:hospital|facility)|osh|urgent care|prior to arrival|pta|ems|en route|at home|at (?:her|his|the|their) pharmacy|at pharmacy|in the past|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|last (?:received|given|administered|had|got)|every (?:\d|other|three|six|four|two|month|week)|next (?:dose|visit|injection|month|week|shot|infusion|due))\b/i;
const emergency = /\b(?:in|at) (?:the )?(?:ed|er|emergency (?:department|room))\b/i;
const ownSupply =
  /\b(?:patient'?s own|own supply|brought (?:in )?(?:by|from)|patient[- ]supplied|pharmacy[- ]supplied|white[- ]?bag|brown[- ]?bag|specialty pharmacy (?:supplied|sent|shipped)|(?:free|drug|office) samples?)\b/i;

/** What tells an injection that was given: a site, a lot, a time, `x1`, `in clinic`, `today`. */
const form =
  /\b(?:lot ?(?:#|no|number|:)|ndc|deltoid|glut(?:eal|eus)|ventrogluteal|dorsogluteal|vastus|x ?1\b|in (?:the )?(?:clinic|office)|today|at (?:[01]?\d|2[0-3]):?[0-5]\d\b)/i;
const here =
  /\b(?:in (?:the )?(?:clinic|office|exam room|infusion)|today|here|this (?:visit|morning|afternoon))\b/i;

/** Sections that list what a patient takes or must not have, and what is to come. */
const closed: ReadonlySet<string> = new Set([
  'medications',
  'allergies',
  'family-history',
  'social-history',
  'past-history',
  'problem-list',
  'review-of-systems',
  'instructions',
  'indication',
]);
/** Sections in which only words of giving count: what stands there without them is meant to be done. */
const intended: ReadonlySet<string> = new Set([
  'plan',
  'assessment',
  'impression',
  'complaint',
  'present-illness',
]);

/** Whether a drug came from the patient or for nothing: it was given, but it is not the practice's to bill. */
export function isOwnSupply(text: string): boolean {
  return ownSupply.test(text);
}

/**
 * Whether a clause states that a drug was given at this visit; undefined where it does not, or says that it was
 * ordered, refused, taken at home, given elsewhere or long ago. Source: a drug is billed by who gave it and only when
 * it was given (Medicare Benefit Policy Manual, chapter 15, section 50.3: incident to a physician's service).
 */
export function givenBy(
  clause: Clause,
  tokens: readonly Token[],
  mention: DrugMention,
  inAdministration: boolean,
  inEmergency: boolean,
): GivenBy | undefined {
  const { text, section } = clause;
  if (clause.isQuestion || elsewhere.test(text) || (emergency.test(text) && !inEmergency)) return undefined;
  const cues = readCues(tokens, mention);
  if (cues.refused) return undefined;
  const isHere = here.test(text);
  if (closed.has(section.kind) && !(cues.verb && isHere) && !inAdministration) return undefined;
  if (cues.verb) return 'words';
  if (cues.intended) return undefined;
  if (inAdministration) return 'place';
  if (intended.has(section.kind) || closed.has(section.kind)) return undefined;
  return form.test(text) ? 'form' : undefined;
}

interface Cues {
  verb: boolean;
  intended: boolean;
  refused: boolean;
}

/** Words that begin another statement: cues behind them do not reach back over them. */
const turns = new Set([';', 'but', 'however', 'although', 'then']);
const reach = 9;

/** What the words around a mention say; of two that contradict, the nearer before it counts. */
function readCues(tokens: readonly Token[], { first, last }: DrugMention): Cues {
  const cues: Cues = { verb: false, intended: false, refused: false };
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    const word = tokens[at]?.text ?? '';
    if (turns.has(word)) break;
    if (isGiving(tokens, at)) {
      cues.verb = true;
      break;
    }
    if (isRefused(tokens, at) || hardBefore.has(word)) {
      // `No wastage. Ceftriaxone …` and `no reaction to ceftriaxone` refuse nothing.
      if (
        word === 'no' &&
        /^(?:waste|wastage|reaction|complications?|known|adverse)$/.test(tokens[at + 1]?.text ?? '')
      )
        continue;
      cues.refused = true;
      break;
    }
    if (softBefore.has(word)) {
      cues.intended = true;
      break;
    }
  }
  for (let at = last + 1; at < tokens.length && at <= last + 2 * reach; at++) {
    const word = tokens[at]?.text ?? '';
    if (turns.has(word)) break;
    if (isGiving(tokens, at)) cues.verb = true;
    else if (isRefused(tokens, at) || (hardAfter.has(word) && at <= last + reach)) {
      cues.refused = true;
      break;
    } else if (softAfter.has(word) && at <= last + reach) cues.intended = true;
  }
  return cues;
}

function isGiving(tokens: readonly Token[], at: number): boolean {
  if (!verbs.has(tokens[at]?.text ?? '')) return false;
  const before = [tokens[at - 1]?.text ?? '', tokens[at - 2]?.text ?? ''];
  return !before.some(
    (word, place) => refusing.has(word) || (future.has(word) && !(place === 1 && word === 'to')),
  );
}

function isRefused(tokens: readonly Token[], at: number): boolean {
  return (
    verbs.has(tokens[at]?.text ?? '') &&
    [tokens[at - 1]?.text ?? '', tokens[at - 2]?.text ?? ''].some((word) => refusing.has(word))
  );
}
