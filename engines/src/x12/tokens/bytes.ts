// The Encoding standard is part of every JavaScript runtime, though not of the language's own library.
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

const notAscii = /[\u0080-\uffff]/;
const singleByte = new TextDecoder('latin1');

/** One character a byte (ISO 8859-1), so that offsets into the text are offsets into the file. */
export function latin1(bytes: Uint8Array): string {
  const text = singleByte.decode(bytes);
  // The decoder of that name is one of Windows-1252, which differs from 0x80 on.
  return notAscii.test(text) ? byCharacterCodes(bytes) : text;
}

function byCharacterCodes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + 8192));
  }
  return text;
}

/** The text that a text of {@link latin1} stands for: UTF-8 or, where it is not that, ISO 8859-1. */
export function decoded(text: string): string {
  if (!notAscii.test(text)) return text;
  return decodeUtf8(Uint8Array.from(text, (c) => c.charCodeAt(0))) ?? text;
}

/** Undefined when the bytes are not well-formed UTF-8 (overlong forms and surrogates included). */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  const characters: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length =
      first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return undefined;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    for (let i = 1; i < length; i++) {
      const next = bytes[at + i] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
    if (code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    characters.push(String.fromCodePoint(code));
    at += length;
  }
  return characters.join('');
}

/** UTF-8 of a text; a lone surrogate becomes U+FFFD. */
export function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const whole = text.codePointAt(i) ?? 0xfffd;
      code = whole > 0xffff ? whole : 0xfffd;
      if (whole > 0xffff) i++;
    }
    if (code >= 0x10000) bytes[at++] = 0xf0 | (code >> 18);
    if (code >= 0x800) bytes[at++] = code >= 0x10000 ? 0x80 | ((code >> 12) & 0x3f) : 0xe0 | (code >> 12);
    bytes[at++] = code >= 0x800 ? 0x80 | ((code >> 6) & 0x3f) : 0xc0 | (code >> 6);
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return bytes.subarray(0, at);
}
