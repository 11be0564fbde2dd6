/** A line of `--jsonl` that asks about a text. The id finds its way back also where there is nothing to answer. */
export type TextLine = { id: unknown; text: string; value: object } | { id: unknown; problem: string };

/** Reads `{"id": …, "text": "…"}`; what else the object holds is in `value`. */
export function readTextLine(line: string): TextLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, problem: 'Not JSON. Expected {"id": …, "text": "…"} on one line.' };
  }
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
    return { id, problem: 'Expected a JSON object with a text: {"id": …, "text": "…"}' };
  return { id, text: value.text, value };
}
