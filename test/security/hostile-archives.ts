import { deflateRawSync, constants as zlib } from 'node:zlib';
import { codesFile, orderFile, tinyCodes, zipOf } from '../code-files.ts';
import { tarWith } from '../tar-writer.ts';
import { type ZipEntry, zipWith } from '../zip-writer.ts';

/** A file that would be imported if it came in a decent archive. */
export const order = orderFile(tinyCodes);
const good: ZipEntry = { name: 'icd10cm-order-2026.txt', content: order };
const codes: ZipEntry = { name: 'icd10cm-codes-2026.txt', content: codesFile(tinyCodes) };
const zeros = (bytes: number) => new Uint8Array(bytes);

/** A gigabyte of nothing, packed into a megabyte without ever being in memory: one packed piece, repeated. */
export function packedGigabyte(): Buffer {
  const piece = deflateRawSync(zeros(2 ** 20), { finishFlush: zlib.Z_SYNC_FLUSH });
  return Buffer.concat([...Array.from({ length: 1024 }, () => piece), Buffer.from([3, 0])]);
}

const number32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const zip64End = Buffer.concat([
  Buffer.from('PK\x06\x06'),
  Buffer.alloc(52),
  Buffer.from('PK\x06\x07'),
  Buffer.alloc(16),
]);
const zip64Extra = Buffer.concat([Buffer.from([1, 0, 16, 0]), Buffer.alloc(16, 0xff)]);
const descriptor = (crc: number, packed: number, size: number) =>
  Buffer.concat([Buffer.from('PK\x07\x08'), number32(crc), number32(packed), number32(size)]);

/** What an archive does, its bytes, and a part of the sentence it is refused with. */
export type HostileArchive = [does: string, bytes: Uint8Array, told: string];

/** Zip archives that lie, leave their folder or swell. */
export function hostileZips(): HostileArchive[] {
  const bomb = packedGigabyte();
  const whole = zipWith([good]);
  return [
    [
      'unfolds a thousand times',
      zipWith([{ ...good, content: zeros(20_000_000) }]),
      'icd10cm-order-2026.txt',
    ],
    ['unfolds to a gigabyte, and says so', zipWith([{ ...good, packed: bomb, size: 2 ** 30 }]), '200 times'],
    [
      'unfolds to a gigabyte, and says a little',
      zipWith([{ ...good, packed: bomb, size: 500 }]),
      'more than',
    ],
    [
      'unfolds to a gigabyte, and says two hundred times',
      zipWith([{ ...good, packed: bomb, size: bomb.length * 199 }]),
      'more than',
    ],
    [
      'swells in many members',
      zipWith(
        Array.from({ length: 60 }, (_, n) => ({
          name: `${n}.txt`,
          content: '',
          packed: zeros(100_000),
          size: 19_000_000,
        })),
      ),
      'more than 1 GB',
    ],
    ['has members that share their bytes', zipWith([good, { ...codes, offset: 0 }]), 'reaches into'],
    [
      'has members that share bytes at their ends',
      zipWith([{ ...good, packedSize: 500 }, codes]),
      'reaches into',
    ],
    [
      'has an archive within an archive',
      zipOf({ 'inner.zip': zipOf({ 'inner.zip': whole }) }),
      'unpack it first',
    ],
    ['has an archive within that is called a text', zipOf({ 'order-2026.txt': whole }), 'not a code set'],
    [
      'has 10,001 members',
      zipWith(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}`, content: '' }))),
      '10001 members',
    ],
    ['has a million members', millionMembers(), 'zip64'],
    ['has a million members and counts one', millionMembers(1), 'list of members'],
    ['counts fewer members than it has', zipWith([good, codes], { count: 1 }), 'list of members'],
    ['counts more members than it has', zipWith([good], { count: 2 }), 'list of members'],
    ['counts none', zipWith([good], { count: 0 }), 'list of members'],
    ['has a link', zipWith([good, { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 }]), 'link.txt'],
    ['has a device', zipWith([good, { name: 'zero.txt', content: '', mode: 0o020666 }]), 'zero.txt'],
    ['has a pipe', zipWith([good, { name: 'pipe.txt', content: '', mode: 0o010666 }]), 'pipe.txt'],
    ['has a socket', zipWith([good, { name: 'socket.txt', content: '', mode: 0o140666 }]), 'socket.txt'],
    [
      'has a name twice',
      zipWith([good, { ...good, content: orderFile([...tinyCodes].reverse()) }]),
      'icd10cm-order-2026.txt twice',
    ],
    [
      'has a folder that is a file',
      zipWith([
        { ...good, name: 'a/' },
        { ...good, name: 'a/' },
      ]),
      'a/ twice',
    ],
    [
      'has two names for a member',
      zipWith([{ ...good, local: { name: 'another.txt' } }]),
      'damaged at icd10cm-order-2026.txt',
    ],
    ['has a name without letters', zipWith([{ ...good, name: '' }]), 'without a proper name'],
    ['has a name of 60,000 letters', zipWith([{ ...good, name: 'a'.repeat(60_000) }]), 'aaa…'],
    [
      'has a name that steers the terminal',
      zipWith([{ ...good, name: 'order\u001b]0;\u0007-2026.txt' }]),
      'order?]0;?-2026.txt',
    ],
    [
      'has a name with an end in it',
      zipWith([{ ...good, name: 'order-2026.txt\0.pdf' }]),
      'order-2026.txt?.pdf',
    ],
    [
      'has a name that reads backwards',
      zipWith([{ ...good, name: 'order-2026\u202etxt.exe' }]),
      'order-2026?txt.exe',
    ],
    ['has a checksum that is wrong', zipWith([{ ...good, crc: 7 }]), 'icd10cm-order-2026.txt is damaged'],
    ['has two checksums', zipWith([{ ...good, local: { crc: 7 } }]), 'damaged at icd10cm-order-2026.txt'],
    ['has two sizes', zipWith([{ ...good, local: { size: 7 } }]), 'damaged at'],
    ['has two packed sizes', zipWith([{ ...good, local: { packedSize: 7 } }]), 'damaged at'],
    ['has two ways of packing', zipWith([{ ...good, local: { method: 0 } }]), 'damaged at'],
    ['says less than it unfolds to', zipWith([{ ...good, size: 100 }]), 'icd10cm-order-2026.txt'],
    ['says more than it unfolds to', zipWith([{ ...good, size: 10_000 }]), 'icd10cm-order-2026.txt'],
    ['says less than is packed', zipWith([{ ...good, packedSize: 20 }]), 'packed content is damaged'],
    [
      'is not packed and says it is',
      zipWith([{ ...good, packed: Buffer.from(order) }]),
      'icd10cm-order-2026.txt',
    ],
    [
      'is packed and says it is not',
      zipWith([{ ...good, method: 0, packed: deflateRawSync(order) }]),
      'icd10cm-order-2026.txt is damaged',
    ],
    ['is encrypted', zipWith([{ ...good, flags: 1 }]), 'encrypted (icd10cm-order-2026.txt)'],
    ['is encrypted strongly', zipWith([{ ...good, flags: 0x41 }]), 'encrypted'],
    ['is encrypted before the content only', zipWith([{ ...good, local: { flags: 1 } }]), 'damaged at'],
    ...[1, 6, 9, 12, 14, 93, 95, 99].map(
      (method): HostileArchive => [
        `is packed by method ${method}`,
        zipWith([{ ...good, method }]),
        `in a way (${method})`,
      ],
    ),
    ['says in zip64 how many members it has', zipWith([good], { count: 0xffff }), 'zip64'],
    ['says in zip64 where its list is', zipWith([good], { start: 0xffffffff }), 'zip64'],
    ['has an end of zip64', zipWith([good], { before: zip64End }), 'zip64'],
    [
      'says sizes in zip64',
      zipWith([{ ...good, size: 0xffffffff, packedSize: 0xffffffff, extra: zip64Extra }]),
      '1 GB',
    ],
    [
      'says its place in zip64',
      zipWith([{ ...good, offset: 0xffffffff, extra: zip64Extra }]),
      'reaches into',
    ],
    [
      'lies behind the content',
      zipWith([
        { ...good, flags: 8, local: { crc: 0, size: 0, packedSize: 0 }, behind: descriptor(1, 2, 3), crc: 1 },
      ]),
      'icd10cm-order-2026.txt is damaged',
    ],
    [
      'tells sizes behind the content in the list alone',
      zipWith([{ ...good, flags: 8, local: { flags: 0, crc: 0, size: 0, packedSize: 0 } }]),
      'damaged at',
    ],
    ['is a part of several', zipWith([good], { disk: 1 }), 'a part of several'],
    ['has members elsewhere', zipWith([good], { countHere: 0, count: 1 }), 'a part of several'],
    ['has its list beyond its end', zipWith([good], { start: 0x7fffffff }), 'list of members'],
    ['has its list in a member', zipWith([good], { start: 4 }), 'list of members'],
    [
      'has a second end in its comment',
      zipWith([good], { comment: Buffer.from(zipWith([], {})).toString('latin1') }),
      'list of members',
    ],
    ['has something behind its end', Buffer.concat([whole, zeros(70_000)]), 'cut short'],
    ['has nothing but an end', zipWith([]), 'no files'],
    ['is a signature and nothing else', Buffer.from('PK\x03\x04'), 'cut short'],
  ];
}

/** The list of a million members is 47 MB of the same few bytes. */
function millionMembers(count = 0xffff): Uint8Array {
  const one = zipWith([{ name: 'a', content: '', method: 0 }]);
  const [start, end] = [31, one.length - 22];
  const list = Buffer.alloc((end - start) * 1_000_000);
  list.fill(one.subarray(start, end));
  const record = Buffer.from(one.subarray(end));
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  return Buffer.concat([one.subarray(0, start), list, record]);
}

/** Tar archives that lie, leave their folder or swell; they travel in a gzip file. */
export function hostileTars(): HostileArchive[] {
  const file = { name: 'order-2026.txt', content: order };
  const note = (text: string) => `${text.length + 3} ${text}\n`;
  const octal = (value: number) => `${value.toString(8).padStart(11, '0')}\0`;
  return [
    ...['1', '2', '3', '4', '6', '7', 'S', 'V', 'M', 'A'].map(
      (type): HostileArchive => [
        `has a member of the kind ${type}`,
        tarWith([file, { name: 'odd', type, link: '/etc/passwd' }]),
        '(odd)',
      ],
    ),
    [
      'climbs out by a link',
      tarWith([
        { name: 'a', type: '2', link: '..' },
        { ...file, name: 'a/order-2026.txt' },
      ]),
      '(a)',
    ],
    ['climbs out in its prefix', tarWith([{ ...file, prefix: '../..' }]), '../../order-2026.txt'],
    ['begins at the root in its prefix', tarWith([{ ...file, prefix: '/etc' }]), '/etc/order-2026.txt'],
    ['has a name twice', tarWith([file, file]), 'order-2026.txt twice'],
    [
      'has a name that steers the terminal',
      tarWith([{ ...file, name: 'order\u001b[2J.txt' }]),
      'order?[2J.txt',
    ],
    ['has a name without letters', tarWith([{ ...file, name: '' }]), 'without a proper name'],
    [
      'says a size beyond its end',
      tarWith([{ ...file, size: '77777777777\0' }]),
      'cut short at order-2026.txt',
    ],
    [
      'says a size of eight octets',
      tarWith([{ ...file, size: '\x80\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff' }]),
      'damaged',
    ],
    ['says a size below nothing', tarWith([{ ...file, size: '-0000000001\0' }]), 'damaged'],
    ['says a size that is no number', tarWith([{ ...file, size: '0x1f\0' }]), 'damaged'],
    ['says a smaller size', tarWith([{ ...file, size: octal(100) }]), 'damaged'],
    ['has a checksum that is wrong', tarWith([{ ...file, sum: '000001\0 ' }]), 'checksum'],
    [
      'has 10,001 members',
      tarWith(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}` }))),
      '10000 members',
    ],
    ['has no end', tarWith([file], { end: 0 }), 'cut short'],
    [
      'holds a tar archive',
      tarWith([{ name: 'order-2026.txt', content: tarWith([file]) }]),
      'not a code set',
    ],
    [
      'says a name in a note that leads out',
      tarWith([
        { name: 'note', type: 'x', content: note('path=../../order-2026.txt') },
        { name: 'x', content: 'x' },
      ]),
      'not a code set',
    ],
  ];
}
