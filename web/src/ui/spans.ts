/** A stretch of a document to highlight, in UTF-16 offsets. */
export interface TextSpan {
  id: string;
  start: number;
  end: number;
}

/** A run of text between two boundaries, with the spans that cover it. */
export interface Segment {
  start: number;
  text: string;
  spans: readonly string[];
}

/**
 * Cuts a text at every boundary of the spans, so that overlapping spans can be painted without nesting.
 * The segments put together are the text again; spans outside of it or empty are left out.
 */
export function segmentsOf(text: string, spans: readonly TextSpan[]): Segment[] {
  const inside = spans.filter(({ start, end }) => start >= 0 && end <= text.length && start < end);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of inside) cuts.add(start).add(end);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      spans: inside.filter((span) => span.start < end && span.end > start).map(({ id }) => id),
    };
  });
}

/** Takes the white space off both ends of a selection; undefined when nothing is left. */
export function trimmed(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; quote: string } | undefined {
  const raw = text.slice(start, end);
  const quote = raw.trim();
  if (quote === '') return undefined;
  const from = start + raw.indexOf(quote);
  return { start: from, end: from + quote.length, quote };
}
