import type { Claim, Provider } from '../../model/index.ts';
import { code, type Entry, words } from '../entry.ts';
import { plain, sentence } from '../wording.ts';
import { type Run, run } from './run.ts';

/** FL 76 and 77. */
export function physicians({ attendingProvider, operatingProvider }: Claim): Entry[] {
  return [
    ...(attendingProvider ? provider('76', attendingProvider, 'attendingProvider') : []),
    ...(operatingProvider ? provider('77', operatingProvider, 'operatingProvider') : []),
  ];
}

/** Roles of FL 78 and 79 with their qualifiers. */
const roles = [
  ['otherOperatingProvider', 'ZZ'],
  ['renderingProvider', '82'],
  ['referringProvider', 'DN'],
] as const;

/** FL 78 and 79. */
export function otherProviders(claim: Claim): Run {
  const given = roles.flatMap(([role, qualifier]) => {
    const who = claim[role];
    return who ? [{ role, qualifier, who }] : [];
  });
  return run(['78', '79'], given, (place, { role, qualifier, who }) => [
    ...code(`${place}.role`, qualifier, role),
    ...provider(place, who, role),
  ]);
}

function provider(place: string, who: Provider, at: string): Entry[] {
  const [other] = who.otherIds ?? [];
  return [
    ...code(place, who.npi, `${at}.npi`),
    ...code(`${place}.qualifier`, other?.kind, `${at}.otherIds[0].kind`),
    ...code(`${place}.other`, other?.id, `${at}.otherIds[0].id`),
    ...words(`${place}.last`, plain(`${who.lastName} ${who.suffix ?? ''}`), `${at}.lastName`),
    ...words(`${place}.first`, plain(who.firstName ?? ''), `${at}.firstName`),
  ];
}

/** How long the lines of FL 80 are; the first has its title before it. */
const remarkLines = [19, 24, 24, 24];

/** FL 80: what the notes say, broken between words. */
export function remarks({ notes = [] }: Claim): Entry[] {
  let rest = sentence(notes.map(({ text }) => text).join(' '));
  return remarkLines.flatMap((width, index) => {
    const isLast = index === remarkLines.length - 1;
    const line = isLast ? rest : lineOf(rest, width);
    rest = rest.slice(line.length).trim();
    return words(`80.${index + 1}`, line, 'notes');
  });
}

/** As many words as fit, or a part of one that is longer than the line. */
function lineOf(text: string, width: number): string {
  if (text.length <= width) return text;
  const end = text.lastIndexOf(' ', width);
  return text.slice(0, end > 0 ? end : width);
}

/** FL 81: the billing provider's taxonomy, under qualifier B3. */
export function furtherCodes({ billingProvider: { taxonomy } }: Claim): Entry[] {
  if (taxonomy === undefined) return [];
  const at = 'billingProvider.taxonomy';
  return [...code('81a.qualifier', 'B3', at), ...code('81a', taxonomy, at)];
}
