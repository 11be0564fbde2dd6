/** `reason for a missing authorization` is `reasonForMissingAuthorization`; `last X-ray` is `lastXRay`. */
export function camelCase(label: string): string {
  const words = label.replace(/['’]|\b(?:a|an|the) /g, '').match(/[A-Za-z0-9]+/g) ?? [];
  return words.map((word, at) => (at === 0 ? word.toLowerCase() : capitalized(word))).join('');
}

/** `claim payment` is `ClaimPayment`. */
export function pascalCase(label: string): string {
  return capitalized(camelCase(label));
}

function capitalized(word: string): string {
  // CLIA and EPSDT read better as one word: cliaNumber, EpsdtReferral.
  const rest = /^[A-Z0-9]{2,}$/.test(word) ? word.slice(1).toLowerCase() : word.slice(1);
  return word.charAt(0).toUpperCase() + rest;
}

/** The noun a label is about stands before the first of these words, or at the end. */
const after = / (?:about|by|for|from|in|of|on|to|under|with)(?: .*)?$/s;

/** `decision of another payer` is `decisions of another payer`; `diagnosis` is `diagnoses`. */
export function plural(label: string): string {
  const tail = after.exec(label)?.[0] ?? '';
  const head = label.slice(0, label.length - tail.length);
  return pluralNoun(head) + tail;
}

function pluralNoun(noun: string): string {
  if (/\b(?:care|information|data)$/.test(noun)) return noun;
  if (/(?:s|x|z|ch|sh)is$/.test(noun) || /[aeiou]sis$/.test(noun)) return noun.replace(/is$/, 'es');
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? noun.replace(/y$/, 'ies') : `${noun}s`;
}
