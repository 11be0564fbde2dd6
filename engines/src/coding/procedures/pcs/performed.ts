/** Words before a procedure that say it was not done here, or not yet. */
const notBefore =
  /\b(?:no|not|never|without|decline[sd]?|declining|refuse[sd]?|refusing|cancel(?:l?ed)?|defer(?:red)?|postponed|abort(?:ed)?|plan(?:s|ned)?(?: is| are)?(?: for| to)?|scheduled?|will|would|may|might|could|consider(?:ed|ing)?|recommend(?:s|ed)?|offered|if|unless|candidate|to (?:perform|undergo|do|place|have)|await(?:s|ing)?|possible|pending|discuss(?:ed|ing)?|rather than|instead of|in lieu of|versus|vs|evaluat(?:e|ed|ion) for|listed for|refer(?:red|ral)?(?: to| for)?|need(?:s|ed)? for|eventual|future|elective|tomorrow|next)\b/i;
/** Words behind it that say so. */
const notBehind =
  /\b(?:(?:was|were|is|are|has been|had been|be)\s+(?:not|declined|refused|cancell?ed|deferred|postponed|aborted|planned|scheduled|recommended|offered|considered|discussed|pending|held)|not (?:done|performed|indicated|pursued|attempted)|declined|refused|cancell?ed|deferred|postponed|aborted|tomorrow|next (?:week|month)|to be (?:done|performed|scheduled)|if\b|as an? outpatient)\b/i;
/** Of another time or another person. */
const otherTime =
  /\b(?:history of|h\/o|hx of|hx|prior|previous(?:ly)?|remote(?:ly)?|past|(?:years?|months?|weeks?) ago|as a child|childhood|last (?:year|month)|at (?:an )?outside hospital|osh|family history|mother|father|sister|brother)\b/i;
const year = /\b(?:in|since|circa) ?((?:19|20)\d\d)\b/i;
/** Behind an operation on a day of this stay, `status post` tells of this stay. */
const ofThisStay =
  /\b(?:pod ?#? ?\d|post(?:-| )?op(?:erative)? day|hospital day|hd ?#? ?\d|this admission)\b/i;
const statusPost = /\b(?:s\/p|status post)\b/i;
/** What running text says when something was done. */
const done =
  /\b(?:underwent|undergoing|performed|completed|done|placed|inserted|received|transfused|given|intubated|cannulated|drained|removed|repaired|resected|excised|required|requiring|started on|placed on|initiated|went|taken (?:back )?(?:to|for)|brought to|successful(?:ly)?|tolerated|delivered|treated with|managed with|had an? (?:urgent|emergent|bedside|successful)|via|by (?:ir|surgery|gi|cardiology)|on (?:mechanical )?ventilat)/i;

/** How far a word reaches, in characters. */
const reach = 70;

/** A procedure as a list of procedures or an operative report names it: done, unless the line says otherwise. */
export function isListedAsDone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  return !notBefore.test(before) && !notBehind.test(text.slice(end, end + reach)) && !otherTime.test(before);
}

/**
 * A procedure in running text: done in this stay only where the sentence says that it was, and says nothing of another
 * time. `year` of the stay is told, as an earlier one is history.
 */
export function isToldAsDone(text: string, start: number, end: number, stayYear: number): boolean {
  if (!isListedAsDone(text, start, end)) return false;
  const said = year.exec(text)?.[1];
  if (otherTime.test(text.slice(end, end + reach)) || (said && Number(said) < stayYear)) return false;
  if (statusPost.test(text.slice(Math.max(0, start - reach), start))) return ofThisStay.test(text);
  return done.test(text);
}
