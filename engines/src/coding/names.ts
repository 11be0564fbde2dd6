/** Who is spoken of: `Mr. Bloom`, `Dr. Addison`, `Ingrid Graves is a 48-year-old`. */
const titled =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Nurse)\.? ([A-Z][a-zà-ÿ'’-]{2,20})(?: ([A-Z][a-zà-ÿ'’-]{2,20}))?/g;
const introduced = /\b([A-Z][a-zà-ÿ'’-]{2,20}) ([A-Z][a-zà-ÿ'’-]{2,20}) is an? \d{1,3}[- ]/g;
const labelled = /\b(?:Patient|Name|Pt)(?: name)?: ?([A-Z][a-zà-ÿ'’-]{2,20}),? ?([A-Z][a-zà-ÿ'’-]{2,20})?/g;

/** A record that names more people than this is no record. */
const mostNames = 200;

/** The names of people that a document speaks of, as written: many diseases are called by one. */
export function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const pattern of [titled, introduced, labelled]) {
    for (const [, one, other] of text.matchAll(pattern)) {
      for (const name of [one, other]) if (name && names.size < mostNames) names.add(name);
    }
  }
  return names;
}
