/** The server takes no more in one piece; a month of remits of a large practice stays far below it. */
export const largestFile = 20_000_000;

/** A file's text: UTF-8, or Windows-1252 where it is none, so that no name loses its letters. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
