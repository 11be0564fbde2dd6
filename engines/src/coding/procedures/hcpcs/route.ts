import type { Token } from './dose-words.ts';

export type Route =
  | 'intramuscular'
  | 'intravenous'
  | 'subcutaneous'
  | 'intra-articular'
  | 'intravitreal'
  | 'intrathecal'
  | 'epidural'
  | 'intravesical'
  | 'inhaled'
  | 'oral'
  | 'topical';

const words = new Map<string, Route>();
const say = (route: Route, list: string) => {
  for (const word of list.split(' ')) words.set(word, route);
};
say(
  'intramuscular',
  'im intramuscular intramuscularly deltoid gluteal gluteus ventrogluteal dorsogluteal vastus buttock',
);
say('intravenous', 'iv ivp ivpb ivbolus intravenous intravenously infused infusion bolus port picc');
say('subcutaneous', 'sc sq subq subcut subcutaneous subcutaneously subcu');
say(
  'intra-articular',
  'intraarticular articular ia joint bursa knee shoulder hip subacromial glenohumeral trochanteric wrist elbow tendon sheath trigger carpal ankle thumb finger epicondyle keloid lesion intralesional',
);
say('intravitreal', 'intravitreal intravitreally vitreous');
say('intrathecal', 'intrathecal intrathecally');
say('epidural', 'epidural');
say('intravesical', 'intravesical intravesically bladder');
say('inhaled', 'neb nebs nebulizer nebulized nebulised inhaled inhalation hhn');
say(
  'oral',
  'po oral orally mouth tablet tablets tab tabs capsule capsules cap odt sl sublingual pill pills elixir',
);
say(
  'topical',
  'topical topically cream ointment gel patch lotion drops gtt ophthalmic otic intranasal nasal suppository pr',
);

/** The way of giving that stands nearest behind a drug's name, else before it. */
export function routeNear(tokens: readonly Token[], first: number, last: number, from: number, to: number) {
  for (let at = last + 1; at < to; at++) {
    const route = routeAt(tokens, at);
    if (route) return route;
  }
  for (let at = first - 1; at >= from; at--) {
    const route = routeAt(tokens, at);
    if (route) return route;
  }
  return undefined;
}

function routeAt(tokens: readonly Token[], at: number): { route: Route; at: number } | undefined {
  const word = tokens[at]?.text ?? '';
  const route = words.get(word) ?? (word === 'into' ? 'intra-articular' : undefined);
  if (!route) return undefined;
  // An injection `into the deltoid` or `buttock` is intramuscular.
  const muscle = word === 'into' && routeIn(tokens, at + 1, at + 4);
  return { route: muscle || route, at };
}

function routeIn(tokens: readonly Token[], from: number, to: number): Route | undefined {
  for (let at = from; at < to; at++) {
    const route = words.get(tokens[at]?.text ?? '');
    if (route) return route;
  }
  return undefined;
}
