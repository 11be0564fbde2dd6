import type { Evidence } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import { clauseAround } from '../rules/stated.ts';
import { type Asking, isProviders, saidNow } from './asking.ts';
import { type LinkPair, linkPairs } from './link-pairs.ts';
import { named, type Raised, raise, shortest } from './raised.ts';
import { subjectOf } from './subject-of.ts';

/** Two coded conditions that one code may join, where the provider neither ties them together nor parts them. */
export function linksNotStated(asking: Asking): Raised[] {
  return linkPairs.flatMap((pair) => ask(pair, asking) ?? []);
}

const leastSure = 0.45;

function ask(pair: LinkPair, asking: Asking): Raised | undefined {
  const { settled } = asking;
  if (pair.only === 'inpatient' && !asking.isInpatient) return undefined;
  const effect = settled.find(({ code, confidence }) => confidence >= leastSure && pair.effect.test(code));
  if (!effect || (pair.unless && settled.some(({ code }) => pair.unless?.test(code)))) return undefined;
  const cause = causeOf(pair, effect, asking);
  if (
    !cause ||
    (!pair.causedOtherwise && isExplained(effect, cause, asking)) ||
    (pair.unlessSaid && asking.speaksOf({ words: pair.unlessSaid }))
  )
    return undefined;
  const told = shortest(effect.evidence) ?? effect.evidence[0];
  if (!told || told.quote === cause.quote || past.test(told.quote)) return undefined;
  return raise(
    'link-not-stated',
    subjectOf(effect.code),
    pair.importance,
    `The record documents ${named(told)} and ${named(cause)} without saying whether one is due to the other.`,
    'In your clinical judgment, how are they related, if at all?',
    pair.options,
    [told, cause],
  );
}

function causeOf({ cause }: LinkPair, effect: Candidate, asking: Asking): Evidence | undefined {
  if (!(cause instanceof RegExp)) return saidNow(asking, cause.words);
  const found = asking.settled.find((other) => other !== effect && cause.test(other.code));
  return found && shortest(found.evidence);
}

const linking =
  /\b(?:due to|2\/2|secondary|sec to|caused|causing|because of|from(?! \d)|related|associated|induced|in the setting of|attributed|attributable|result of|resulting|of chronic|of ckd|in ckd|complicat\w*|not due|unrelated)\b/i;

/** Whether the provider says anywhere of the effect, or of the cause, what it comes of or does not come of. */
function isExplained({ code, evidence }: Candidate, cause: Evidence, asking: Asking): boolean {
  const stem = code.slice(0, 5);
  const clauses = new Set([...evidence, cause].map((one) => clauseAround(asking, one)?.text ?? ''));
  for (const { mentions } of asking.read.filter(isProviders)) {
    for (const { code: other, clause } of mentions) if (other.startsWith(stem)) clauses.add(clause.text);
  }
  return [...clauses].some((text) => linking.test(text.slice(0, longestClause)));
}

const past = /\b(?:hx|h\/o|history|old|prior|previous|remote|healed)\b/i;
const longestClause = 2_000;
