/** A bacterium as records name it, its code as a cause elsewhere, and the sepsis it makes. */
export interface Organism {
  name: RegExp;
  cause: string;
  sepsis: string;
}

/**
 * From the more exact name to the less exact. Source: alphabetic index, "Infection, bacterial, as cause of
 * disease classified elsewhere" and "Sepsis".
 */
const organisms: readonly Organism[] = [
  {
    name: /\b(?:MRSA|methicillin[- ]resistant (?:staph\w*|s\.?)(?: aureus)?)(?![\w-])/i,
    cause: 'B95.62',
    sepsis: 'A41.02',
  },
  {
    name: /\b(?:coag(?:ulase)?[- ]neg(?:ative)? staph\w*|CoNS|(?:staph\w*|S\.) epi(?:dermidis)?)\b/,
    cause: 'B95.7',
    sepsis: 'A41.1',
  },
  {
    name: /\b(?:MSSA|methicillin[- ](?:sensitive|susceptible) (?:staph\w*|s\.?)(?: aureus)?|staph(?:ylococc\w+)? aureus|S\. ?aureus)\b/i,
    cause: 'B95.61',
    sepsis: 'A41.01',
  },
  { name: /\b(?:group A strep\w*|strep\w* pyogenes|S\. ?pyogenes)\b/i, cause: 'B95.0', sepsis: 'A40.0' },
  { name: /\b(?:group B strep\w*|strep\w* agalactiae)\b/i, cause: 'B95.1', sepsis: 'A40.1' },
  {
    name: /\b(?:pneumococc\w+|strep\w* pneumo(?:niae)?|S\. ?pneumoniae)\b/i,
    cause: 'B95.3',
    sepsis: 'A40.3',
  },
  { name: /\b(?:enterococc\w+|VRE|E\. ?faecalis|E\. ?faecium)\b/i, cause: 'B95.2', sepsis: 'A41.81' },
  { name: /\b(?:viridans|strep\w* (?:bovis|anginosus|mitis))\b/i, cause: 'B95.4', sepsis: 'A40.8' },
  { name: /\b(?:E\.? ?coli|Escherichia coli)\b/i, cause: 'B96.20', sepsis: 'A41.51' },
  { name: /\b(?:klebsiella)\b/i, cause: 'B96.1', sepsis: 'A41.59' },
  { name: /\b(?:pseudomonas|P\. ?aeruginosa)\b/i, cause: 'B96.5', sepsis: 'A41.52' },
  { name: /\b(?:proteus|morganella)\b/i, cause: 'B96.4', sepsis: 'A41.59' },
  { name: /\b(?:H\. ?influenzae|h(?:a|ae)emophilus influenzae)\b/i, cause: 'B96.3', sepsis: 'A41.3' },
  { name: /\b(?:H\.? ?pylori|helicobacter)\b/i, cause: 'B96.81', sepsis: 'A41.9' },
  { name: /\b(?:bacteroides|B\. ?fragilis)\b/i, cause: 'B96.6', sepsis: 'A41.4' },
  { name: /\bacinetobacter\b/i, cause: 'B96.83', sepsis: 'A41.54' },
  { name: /\bserratia\b/i, cause: 'B96.89', sepsis: 'A41.53' },
  { name: /\b(?:enterobacter|citrobacter)\b/i, cause: 'B96.89', sepsis: 'A41.59' },
  { name: /\bstrep(?:tococc\w+)?\b/i, cause: 'B95.5', sepsis: 'A40.9' },
  { name: /\bstaph(?:ylococc\w+)?\b/i, cause: 'B95.8', sepsis: 'A41.2' },
];

/** The organism that a text names, the most exact of them, and where. */
export function organismIn(text: string): { organism: Organism; start: number; end: number } | undefined {
  for (const organism of organisms) {
    const match = organism.name.exec(text);
    if (match) return { organism, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
