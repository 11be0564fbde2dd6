const said = [
  /\b(already|have|had|i|we)\s+(already\s+)?paid\b/,
  /\bpaid\s+(this|that|it|already|before|in cash|at the desk)\b/,
  /\bya (lo |la )?(pagu[eé]|pagamos|est[aá] pagad[oa])/,
  /\bpagué/,
];

/** Whether a patient's question says, in English or Spanish, that something was paid already. */
export function saysPaid(text: string): boolean {
  // Long texts are cut: who has paid says so early, and no text makes the patterns slow.
  const lower = text.slice(0, 4000).toLowerCase().replace(/\s+/g, ' ');
  return said.some((pattern) => pattern.test(lower));
}
