import { SaxesParser } from 'saxes';

/** What a reader wants to hear of an XML file, in document order. `text` comes whole, once per run. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

// The deepest official file (the index) has 13 levels.
const depthCap = 64;

class Refused extends Error {}

/**
 * Walks an XML text. A document type, unknown entities and great depth are refused, so no entity can
 * expand and nothing is ever fetched. Answers the problem, or undefined when the document is whole.
 */
export function walkXml(text: string, handlers: XmlHandlers): string | undefined {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refused('it has a document type declaration, which no official file has');
  });
  parser.on('error', (error) => {
    throw new Refused(`it is not whole XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > depthCap) throw new Refused(`its elements are more than ${depthCap} levels deep`);
    handlers.open(name, attributes);
  });
  parser.on('text', (piece) => handlers.text(piece));
  parser.on('cdata', (piece) => handlers.text(piece));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close(name);
  });
  try {
    parser.write(text).close();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}
