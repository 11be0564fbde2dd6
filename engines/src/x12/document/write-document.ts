import type { Guide } from '../guides/guide.ts';
import type { Delimiters } from '../tokens/segment.ts';
import { X12WriteError } from '../write/draft.ts';
import type { X12Document } from './document.ts';
import { envelopeNames, isaDefaults, isaWidth } from './envelope.ts';
import { guideOf } from './flow.ts';
import { planOf } from './plan.ts';
import { isObject } from './tree.ts';
import { otherDelimiters, usualDelimiters, Wire } from './wire.ts';
import { Parts } from './write-segment.ts';
import { TreeWriter, writeRaw } from './write-tree.ts';

/**
 * Writes a document: the inverse of `readDocument`, segment for segment. Nothing is checked against the guide
 * but names and shapes, so that a file with errors can be written as it was; `validate` says what is wrong.
 * Throws an {@link X12WriteError} at the place (`interchanges[0].groups[0].transactions[0].claims[2].charge`)
 * where a name is not known, a value has the wrong type, or a text cannot be carried.
 */
export function writeDocument(document: X12Document): Uint8Array {
  const { interchanges, unplaced, ...others }: Record<string, unknown> = { ...document, findings: undefined };
  const [other] = Object.keys(others).filter((name) => others[name] !== undefined);
  if (other !== undefined)
    throw new X12WriteError(other, 'is not known here; interchanges are what is wanted');
  if (!Array.isArray(interchanges)) throw new X12WriteError('interchanges', 'must be a list');
  if (Array.isArray(unplaced) && unplaced.length > 0) {
    throw new X12WriteError('unplaced', 'holds segments outside of any transaction; they cannot be written');
  }
  const texts = interchanges.map((interchange: unknown, index) => writeInterchange(interchange, index));
  return bytesOf(texts.join(''));
}

/** The inverse of `latin1`. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Writes with the delimiters declared and, as long as the data turns out to hold one of them, with others. */
function writeInterchange(interchange: unknown, index: number): string {
  const path = ['interchanges', index];
  const start = new Wire(usualDelimiters, { path: [...path], encoding: 'UTF-8', lineBreak: '' });
  if (!isObject(interchange)) throw start.error('must be an object');
  let delimiters = declaredDelimiters(interchange, start);
  const encoding = interchange.encoding === 'ISO-8859-1' ? 'ISO-8859-1' : 'UTF-8';
  const lineBreak =
    interchange.lineBreak === '\n' || interchange.lineBreak === '\r\n' ? interchange.lineBreak : '';
  const taken = new Set<string>();
  for (;;) {
    const wire = new Wire(delimiters, { path: [...path], encoding, lineBreak });
    new InterchangeWriter(wire).write(interchange);
    if (wire.collisions.size === 0) return wire.written();
    for (const character of wire.collisions) taken.add(character);
    delimiters = otherDelimiters(delimiters, taken);
  }
}

function declaredDelimiters({ delimiters, header }: Record<string, unknown>, wire: Wire): Delimiters {
  if (delimiters === undefined) return usualDelimiters;
  return wire.into('delimiters', () => {
    if (!isObject(delimiters)) throw wire.error('must be an object');
    const one = (role: keyof Delimiters): string =>
      wire.into(role, () => {
        const character = delimiters[role];
        if (typeof character === 'string' && /^[^A-Za-z0-9 \0\u0080-\uffff]$/.test(character))
          return character;
        throw wire.error('must be one character, neither letter nor digit nor blank');
      });
    // A document that was read from an older version declares none, and says what ISA11 holds instead.
    const isOld = isObject(header) && header.repetition !== undefined;
    const repetition = delimiters.repetition === undefined && isOld ? undefined : 'repetition';
    const chosen: Delimiters = {
      element: one('element'),
      component: one('component'),
      repetition: repetition && (delimiters.repetition === undefined ? '^' : one('repetition')),
      segment: one('segment'),
    };
    if (new Set(Object.values(chosen)).size < 4) throw wire.error('must be four different characters');
    return chosen;
  });
}

/** Writes one interchange to a wire. */
class InterchangeWriter {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  write(interchange: Record<string, unknown>): void {
    this.#known(interchange, [
      'delimiters',
      'lineBreak',
      'encoding',
      'header',
      'requests',
      'acknowledgements',
      'groups',
      'trailer',
    ]);
    this.#wire.into('header', () => this.#isa(interchange.header));
    this.#list(interchange, 'requests', (raw) => writeRaw(raw, this.#wire));
    this.#list(interchange, 'acknowledgements', (receipt) => this.#envelope('TA1', receipt, {}));
    const groups = this.#list(interchange, 'groups', (group) => this.#group(group));
    const control = isObject(interchange.header) ? interchange.header.control : undefined;
    this.#trailer('IEA', interchange, { groupCount: String(groups), control });
  }

  #isa(header: unknown): void {
    const wire = this.#wire;
    const { repetition, component } = wire.delimiters;
    if (!isObject(header)) throw wire.error('must be an object');
    const names = envelopeNames('ISA').filter((name) => name !== 'component');
    this.#known(header, names);
    const elements = names.map((name, index) =>
      wire.into(name, () => {
        if (name === 'repetition' && repetition !== undefined) return repetition;
        const value = header[name] ?? isaDefaults[name];
        if (value === undefined) throw wire.error('is missing');
        const width = isaWidth(index + 1);
        const text = wire.envelopeText(value);
        if (text.length > width) throw wire.error(`is longer than ${width} characters`);
        return text.padEnd(width);
      }),
    );
    wire.emit('ISA', [...elements, component]);
  }

  #group(group: unknown): void {
    const wire = this.#wire;
    if (!isObject(group)) throw wire.error('must be an object');
    this.#known(group, ['header', 'transactions', 'trailer']);
    const { header } = group;
    const transactions: unknown[] = Array.isArray(group.transactions) ? group.transactions : [];
    wire.into('transactions', () => {
      for (const [index, one] of transactions.entries()) wire.into(index, () => this.#guide(one));
    });
    const [first] = transactions;
    wire.into('header', () => {
      const version = isObject(first) ? first.guide : undefined;
      const functionalId = this.#guide(first)?.functionalId;
      this.#envelope('GS', header, { functionalId, agency: 'X', version });
    });
    const count = this.#list(group, 'transactions', (transaction) => this.#transaction(transaction));
    const control = isObject(header) ? header.control : undefined;
    this.#trailer('GE', group, { transactionCount: String(count), control });
  }

  #transaction(transaction: unknown): void {
    const wire = this.#wire;
    if (!isObject(transaction)) throw wire.error('must be an object');
    const start = wire.count;
    const { type, guide: version, control } = transaction;
    if (type === 'other') {
      this.#known(transaction, [...own, 'segments', ...Object.keys(transaction).filter(isExtra)]);
      this.#st(transaction, { set: transaction.set });
      this.#list(transaction, 'segments', (raw) => writeRaw(raw, wire));
    } else {
      const guide = this.#guide(transaction);
      if (!guide) return;
      const plan = planOf(guide.root);
      const implementation = plan.opener.required.has(3) ? version : undefined;
      this.#st(transaction, { set: guide.set, implementation });
      new TreeWriter(wire).transaction(plan, transaction, (name) => own.has(name) || isExtra(name));
    }
    const segmentCount = String(wire.count - start + 1);
    this.#trailer('SE', transaction, { segmentCount, control });
  }

  /** The guide of a transaction; undefined where its type is `other`. */
  #guide(transaction: unknown): Guide | undefined {
    if (!isObject(transaction) || transaction.type === 'other') return undefined;
    const guide = guideOf(transaction);
    if (guide) return guide;
    throw this.#wire.into('guide', () => this.#wire.error('names no guide that is held for this type'));
  }

  #st(transaction: Record<string, unknown>, defaults: Record<string, unknown>): void {
    const { set, control, implementation } = transaction;
    const extra = Object.entries(transaction).filter(([name]) => isExtra(name));
    this.#envelope('ST', { set, control, implementation, ...Object.fromEntries(extra) }, defaults);
  }

  #trailer(id: string, { trailer = {} }: Record<string, unknown>, defaults: Record<string, unknown>): void {
    this.#wire.into('trailer', () => this.#envelope(id, trailer, defaults));
  }

  /** Writes GS, GE, IEA, ST, SE or TA1; null says that an element is not sent. */
  #envelope(id: string, given: unknown, defaults: Readonly<Record<string, unknown>>): void {
    const wire = this.#wire;
    if (!isObject(given)) throw wire.error('must be an object');
    const names = envelopeNames(id);
    const parts = new Parts();
    for (const [name, value] of Object.entries(given)) {
      const extra = /^element(\d{1,4})$/.exec(name);
      const at = extra ? Number(extra[1]) : names.indexOf(name) + 1;
      if (at === 0) throw wire.unknown(name, names);
      if (value !== undefined && value !== null)
        parts.set(
          at,
          wire.into(name, () => wire.envelopeText(value)),
        );
    }
    names.forEach((name, index) => {
      const value = defaults[name];
      if (given[name] !== undefined) return;
      if (typeof value === 'string') parts.set(index + 1, wire.envelopeText(value));
      else if (!optional.has(`${id} ${name}`)) throw wire.into(name, () => wire.error('is missing'));
    });
    wire.emit(id, parts.sent());
  }

  /** Does something for each item of a list, and answers how many there are. */
  #list(holder: Record<string, unknown>, name: string, each: (item: unknown) => void): number {
    const wire = this.#wire;
    const list = holder[name] ?? [];
    return wire.into(name, () => {
      if (!Array.isArray(list)) throw wire.error('must be a list');
      list.forEach((item: unknown, index) => {
        wire.into(index, () => each(item));
      });
      return list.length;
    });
  }

  #known(holder: Record<string, unknown>, names: readonly string[]): void {
    for (const [name, value] of Object.entries(holder)) {
      if (value !== undefined && !names.includes(name)) throw this.#wire.unknown(name, names);
    }
  }
}

/** Members of a transaction that its envelope takes. */
const own: ReadonlySet<string> = new Set([
  'type',
  'guide',
  'flow',
  'set',
  'control',
  'implementation',
  'trailer',
]);

/** An element beyond those that have a name. */
const isExtra = (name: string) => /^element\d+$/.test(name);

const optional: ReadonlySet<string> = new Set([
  'ST implementation',
  'SE control',
  'GE control',
  'IEA control',
]);
