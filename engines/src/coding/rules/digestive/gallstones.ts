import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { concluded } from '../stated.ts';

const inDuct =
  /\b(?:choledocholithiasis|(?:bile duct|CBD|common duct|biliary) stones?|stones? in (?:the )?(?:CBD|common bile duct|bile duct))\b/gi;
const inBladder =
  /\b(?:cholelithiasis|gall ?stones?|calculous cholecystitis|gallbladder (?:stones?|calcul\w+)|cholecystolithiasis)\b/gi;
const inflamed = /\bcholecystitis\b/gi;
const cholangitis = /\bcholangitis\b/gi;
const blocked =
  /\b(?:(?:biliary|bile duct|CBD|duct|ductal) obstruction|obstruct(?:ing|ive) (?:\w+ ){0,2}(?:stones?|gallstones?|calcul\w+|choledocholithiasis|jaundice)|obstructed (?:\w+ )?(?:duct|CBD)|(?:stones?|gallstones?|\w+lithiasis|cholangitis|cholecystitis),? (?:with|causing|and) (?:\w+ )?obstruction)\b/gi;

const parts = /^(?:K80|K81|K83\.[01])/;

/** Stones of gallbladder and duct, inflammation and obstruction are one code together. */
export const gallstones: CodingRule = {
  id: 'gallstones',
  source: 'ICD-10-CM tabular list, category K80; guidelines I.B.9',
  reason: 'Gallstones, their place, inflammation and obstruction are coded together.',
  apply(candidates, about) {
    const stated = candidates.filter(({ code }) => parts.test(code));
    if (stated.length === 0 || !candidates.some(({ code }) => /^K8[01]/.test(code))) return [...candidates];
    const target = combination(stated, about);
    if (!target || !about.book.lookup(target)?.billable) return [...candidates];
    const lead = stated.find(({ code }) => /^K80/.test(code)) ?? stated[0];
    if (!lead) return [...candidates];
    const joined =
      lead.code === target
        ? lead
        : moved(lead, target, about.book, 'Stones, inflammation and obstruction together');
    const order = Math.min(...stated.map((one) => one.order));
    const evidence = stated.flatMap((one) => one.evidence);
    return [...candidates.filter((one) => !stated.includes(one)), { ...joined, order, evidence }];
  },
  standsFor: ({ code }) => /^K80/.test(code),
};

function combination(stated: readonly Candidate[], about: Case): string | undefined {
  const has = (pattern: RegExp) => stated.some(({ code }) => pattern.test(code));
  const duct = has(/^K80\.[3-7]/) || concluded(about, inDuct) !== undefined;
  const bladder = has(/^K80\.[0126]/) || concluded(about, inBladder) !== undefined;
  if (!duct && !bladder) return undefined;
  const cholecystitis = has(/^(?:K81|K80\.[0146])/) || concluded(about, inflamed) !== undefined;
  const ofDuct = has(/^(?:K83\.0|K80\.3)/) || concluded(about, cholangitis) !== undefined;
  const words = stated.map(({ context, title }) => `${context} ${title}`).join(' ; ');
  const acute = has(/^(?:K81\.[02]|K80\.0|K80\.[1346][23])/) || /\bacute\b/i.test(words);
  const chronic = has(/^(?:K81\.[12]|K80\.[346][4-7])/) || /\bchronic\b/i.test(words);
  const obstruction = has(/^(?:K83\.1|K80\.\d[13579])/) || (duct && concluded(about, blocked) !== undefined);
  const last = (even: number) => String(even + (obstruction ? 1 : 0));
  // Unspecified, acute, chronic, both: 0, 2, 4, 6 where duct stones come with inflammation.
  const kind = acute && chronic ? 6 : chronic ? 4 : acute ? 2 : 0;
  if (duct && bladder) return cholecystitis ? `K80.6${last(kind)}` : `K80.7${last(0)}`;
  if (duct && ofDuct) return `K80.3${last(kind)}`;
  if (duct) return cholecystitis ? `K80.4${last(kind)}` : `K80.5${last(0)}`;
  if (!cholecystitis) return `K80.2${last(0)}`;
  if (acute && chronic) return `K80.1${last(2)}`;
  return acute ? `K80.0${last(0)}` : `K80.1${last(chronic ? 0 : 8)}`;
}
