/** What a tar archive says of a member, true or not. */
export interface TarEntry {
  name: string;
  content?: string | Uint8Array;
  /** `0` a file, `1` and `2` links, `3` and `4` devices, `5` a folder, `6` a pipe, `x` and `L` notes on the next one. */
  type?: string;
  /** The size field as it stands. */
  size?: string;
  /** What the name begins with, in its own field. */
  prefix?: string;
  link?: string;
  /** The checksum field as it stands. */
  sum?: string;
}

/** Writes a tar archive block by block. Source: POSIX.1-2017, pax, "ustar Interchange Format". */
export function tarWith(entries: readonly TarEntry[], { end = 1024 } = {}): Uint8Array {
  const blocks = entries.flatMap((entry) => {
    const content = Buffer.from(entry.content ?? '');
    const header = Buffer.alloc(512);
    header.write(entry.name, 0);
    header.write('0000644\0', 100);
    header.write(entry.size ?? `${content.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    header.write('        ', 148);
    header.write(entry.type ?? '0', 156);
    header.write(entry.link ?? '', 157);
    header.write('ustar\0', 257);
    header.write(entry.prefix ?? '', 345);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(entry.sum ?? `${sum.toString(8).padStart(6, '0')}\0`, 148);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(end)]));
}
