import { parseCompactDate } from '../../model/index.ts';
import { type PartnerProfile, partnerRules } from '../partner.ts';
import { byLoop, type RulesOfLoop } from '../rules/index.ts';
import { element, type Segment } from '../tokens/segment.ts';

type Filed = ReadonlyMap<string, RulesOfLoop>;

const none: Filed = new Map();

/** A trading partner's rules, filed by loop, once for each kind of transaction and day. */
export class PartnerRules {
  readonly #partner: PartnerProfile | undefined;
  readonly #known = new Map<string, Filed>();

  constructor(partner: PartnerProfile | undefined) {
    this.#partner = partner;
  }

  /** The version that was in force when the group was made (GS04) counts. */
  for(type: string, gs: Segment): Filed {
    const date = parseCompactDate(element(gs, 4));
    if (!this.#partner || date === undefined) return none;
    const key = `${type} ${date}`;
    const known = this.#known.get(key);
    if (known) return known;
    const rules = byLoop(partnerRules(this.#partner, type, date));
    this.#known.set(key, rules);
    return rules;
  }
}
