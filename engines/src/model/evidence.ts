/** A stretch of text, in UTF-16 offsets: `text.slice(start, end) === quote`. */
export interface Span {
  start: number;
  end: number;
  quote: string;
}

/** A span of one immutable version of a document: the first link of the thread. */
export interface Evidence extends Span {
  documentId: string;
  version: number;
}
