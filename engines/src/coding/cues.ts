import type { Assertion } from '../model/index.ts';

/** Words that change how the mentions around them are meant. */
export interface Cue {
  assertion: Assertion;
  words: string[];
  /** Where the mentions stand that it speaks of. */
  side: 'after' | 'before' | 'both';
  /** How many words it reaches. */
  reach: number;
  /** It reaches no further than the next comma. */
  withinComma?: true;
  /** It speaks only where a phrase ends behind it: `prediabetes hx`, not `hx of`. */
  endsPhrase?: true;
}

function cues(
  assertion: Assertion,
  side: Cue['side'],
  reach: number,
  phrases: string,
  limits: Pick<Cue, 'withinComma' | 'endsPhrase'> = {},
): Cue[] {
  return phrases
    .split(',')
    .map((phrase) => ({ assertion, words: phrase.trim().split(' '), side, reach, ...limits }));
}

export const allCues: readonly Cue[] = [
  ...cues(
    'negated',
    'after',
    14,
    'no, nothing, denies, denied, denying, negative for, without, w/o, w/out, absence of, free of, never had, not have, does not have, did not have, no evidence of, no signs of, no sign of, not consistent with, ruled out for, nor, neither, lack of, rather than, absent, not in, negative, no further, no longer has, unremarkable for, has no, had no, do not see, not show, not reveal, not demonstrate, non, fails to show, does not appear to have, not due to, does not meet criteria for, not meeting criteria for, insufficient for, criteria not met for, does not support, not supportive of, not diagnostic of',
  ),
  ...cues(
    'negated',
    'before',
    6,
    "r/o'd, ruled out, was not supported, not suggested, not suspected, not felt, was felt unlikely, felt unlikely, not confirmed, not favored, not seen, not present, was negative, is negative, are negative, negative, not identified, not found, absent, excluded, unlikely, has been ruled out, not detected, none, has resolved, was normal, not appreciated, were negative, not noted, declined, refused, deferred, was declined",
  ),
  ...cues('negated', 'after', 3, 'not'),
  ...cues('negated', 'after', 4, 'ruled out, excluded', { withinComma: true }),
  ...cues('negated', 'after', 6, 'never, never been on, never been, has not had'),
  ...cues('negated', 'after', 5, 'neg, declines, declined, refuses, refused, defers', { withinComma: true }),
  ...cues(
    'negated',
    'after',
    8,
    'not think, not believe, do not think, not suspect, not feel, not concerned for, not worried about, not call this, not call it, do not carry, argue against, argues against, speaks against, doubt, doubts, doubtful',
  ),
  ...cues(
    'negated',
    'before',
    6,
    'neg, not met, criteria not met, is not diagnosed, not diagnosed, is not supported, not supported, less likely, are less likely, is less likely, never had it, does not have it',
  ),
  ...cues('negated', 'before', 12, 'never started, never taken, not taking, not started, was stopped'),
  ...cues('negated', 'before', 6, 'stopped, discontinued, removed', { endsPhrase: true }),
  ...cues('negated', 'before', 4, 'normal, unremarkable, intact, patent', { endsPhrase: true }),
  ...cues('negated', 'before', 2, 'never', { endsPhrase: true }),
  ...cues(
    'history',
    'before',
    16,
    'are resolved, are all resolved, have resolved, have all resolved, were resolved',
  ),
  ...cues('negated', 'before', 16, 'were ruled out, were all negative, were excluded'),
  ...cues(
    'uncertain',
    'after',
    10,
    'possible, possibly, probable, probably, suspected, suspect, suspects, suspicious for, suspicion for, suspicion of, likely, question of, questionable, concern for, concerning for, concerned for, consistent with, compatible with, suggestive of, suggests, suggesting, r/o, rule out, ruling out, to rule out, may be, may have, might be, might have, could be, could have, can be, evaluate for, evaluation for, eval for, assess for, assess, differential, differential includes, presumed, presumptive, working diagnosis of, appears to be, cannot exclude, cannot rule out, worrisome for, indicative of, versus, vs, workup for, work up for, check for, favor, favors, favored, the label of, r/o for, test for, screen for, screening for, screened for, looks like, looking for, unclear if, whether',
  ),
  ...cues(
    'uncertain',
    'before',
    4,
    'suspected, suspect, is possible, is suspected, is likely, versus, vs, not excluded, cannot be excluded, is in the differential, to be ruled out, is a possibility, on the differential, is a concern, is probable, workup, possible contributor, may contribute, could contribute, may add, part of',
  ),
  ...cues('uncertain', 'before', 3, 'r/o', { endsPhrase: true }),
  ...cues('planned', 'before', 3, 'evaluation, eval, consult, consultation, referral, clinic referral', {
    endsPhrase: true,
  }),
  ...cues('negated', 'after', 6, 'rules out, ruling against', { withinComma: true }),
  ...cues('uncertain', 'before', 4, 'possible, likely, probable, suspected', { endsPhrase: true }),
  ...cues('uncertain', 'before', 8, 'are possible, was considered, were considered, are considered'),
  ...cues(
    'history',
    'after',
    9,
    'history of, h/o, hx of, hx, prior, previous, previously, past, s/p, status post, remote, former, old, resolved, past history of, personal history of, had a, underwent, treated for, in the past, childhood, history significant for surgery',
  ),
  ...cues(
    'history',
    'before',
    4,
    'in the past, years ago, year ago, months ago, resolved, in childhood, as a child, in remote past, s/p repair, has healed',
  ),
  ...cues('history', 'before', 5, 'hx, resolved by, cured, eradicated', { endsPhrase: true }),
  ...cues(
    'family',
    'after',
    12,
    'family history of, family history, fhx of, fhx, mother, father, sister, brother, sib, sibs, grandmother, grandfather, aunt, uncle, mom, dad, parents, sibling, siblings, cousin, son, daughter, maternal grandmother, maternal grandfather, maternal aunt, maternal uncle, maternal side, maternal great, paternal, family hx, fh of, family member',
  ),
  ...cues(
    'family',
    'before',
    6,
    'in her mother, in his mother, in her father, in his father, in mother, in father, in her sister, in his brother, runs in the family, in the family, in family',
  ),
  ...cues(
    'other-person',
    'after',
    8,
    'his wife, her husband, husband, wife, spouse, boyfriend, girlfriend, partner is, partner has, child has, his girlfriend, her boyfriend, his partner, her partner, roommate, coworker, neighbor, friend, classmate',
  ),
  ...cues(
    'hypothetical',
    'after',
    12,
    'if, in case, should she, should he, should you, unless, risks including, risks such as, the risks, complications including, complications such as, call at once for, call immediately for, call with, seek care for, go to the er, go to the emergency room, risk of, risks of, risk for, risk factor for, at risk for, to prevent, prevent, prevention of, reduce the risk, avoid, monitor for, watch for, precautions, return for, return if, signs and symptoms of, signs of, symptoms of, counseled on, counselled on, counseled about, educated on, discussed the risks, side effects, potential for, potential, develops, develop, could lead to, can lead to, can cause, may cause, for any, to look for, need for, chance of, caused by taking, associated with, causes of, cause of, the causes, explanations for, discussed options for, er for, ed for, er if, ed if, call for, sooner for, come in if, go to er for',
  ),
  ...cues(
    'planned',
    'after',
    8,
    'will schedule, scheduled for, will obtain, will order, plan for, refer to, referral to, referred to, referral for, refer for, will refer, recommend, consider, consideration of, considering, order, ordered, start, initiate, begin, trial of, rtc, return in, back in, recheck, repeat, prefer, prefers, candidate for, offered',
  ),
  ...cues(
    'hypothetical',
    'before',
    3,
    'risk, risks, precautions, prophylaxis, prevention, screen, screening',
  ),
  ...cues(
    'hypothetical',
    'before',
    4,
    'nonimmune, non-immune, immune, vaccine, vaccines, vaccination, shot, shots, immunization, booster, titer, titers, antigen, swab, culture, test',
  ),
  ...cues(
    'hypothetical',
    'after',
    14,
    'vaccines, immunizations, utd, up to date on, up to date with, up to date for, vaccinated for, vaccinated against, immune to',
  ),
];
