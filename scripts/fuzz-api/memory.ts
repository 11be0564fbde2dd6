import type { Side } from '../../test/security/target.ts';
import type { Dice } from '../dice.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Fields that hold an id under another name. */
const alias: Record<string, string> = {
  amendsId: 'documentId',
  diagnoseId: 'codeId',
  billEncounterId: 'encounterId',
};

/** What a practice has shown so far: ids by the field they go into, and the version each row was last seen in. */
export class Memory {
  #ids: Record<Side, Map<string, string[]>> = { home: new Map(), elsewhere: new Map() };
  #owned: Record<Side, Set<string>> = { home: new Set(), elsewhere: new Set() };
  /** What a practice wrote itself comes back in its own audit trail. */
  #sent: Record<Side, Set<string>> = { home: new Set(), elsewhere: new Set() };
  #versions = new Map<string, number>();

  /** Takes in ids that are known beforehand, by field. */
  start(side: Side, known: Record<string, unknown>): void {
    for (const [field, value] of Object.entries(known))
      if (typeof value === 'string' && uuid.test(value)) this.#keep(side, field, value);
  }

  /** Takes in what an answer shows. `noun` is what a bare `{ id }` stands for: `patients`. */
  learn(side: Side, noun: string, json: unknown): void {
    if (Array.isArray(json)) {
      for (const item of json) this.learn(side, noun, item);
      return;
    }
    if (typeof json !== 'object' || json === null) return;
    const { id, rowVersion } = json as { id?: unknown; rowVersion?: unknown };
    if (typeof id === 'string' && typeof rowVersion === 'number') this.#versions.set(id, rowVersion);
    for (const [key, value] of Object.entries(json)) {
      if (typeof value === 'string' && uuid.test(value))
        this.#keep(side, key === 'id' ? fieldOf(noun) : key, value);
      else if (typeof value === 'object') this.learn(side, key, value);
    }
  }

  /** Notes the ids that a practice's own people wrote into a request. */
  noteSent(side: Side, request: string): void {
    for (const id of request.toLowerCase().match(uuids) ?? []) this.#sent[side].add(id);
  }

  /** An id that may go into a field: `diagnoses` takes what `codeId` does. */
  pick(dice: Dice, side: Side, field: string): string | undefined {
    const known = this.#ids[side].get(fieldOf(field));
    return known && known.length > 0 ? dice.pick(known) : undefined;
  }

  versionOf(id: unknown): number | undefined {
    return typeof id === 'string' ? this.#versions.get(id) : undefined;
  }

  /** Ids in a text that only the other practice was ever shown. */
  foreignIn(side: Side, text: string): string[] {
    const other = side === 'home' ? 'elsewhere' : 'home';
    const foreign = (text.match(uuids) ?? []).filter(
      (id) => this.#owned[other].has(id) && !this.#owned[side].has(id) && !this.#sent[side].has(id),
    );
    return [...new Set(foreign)];
  }

  #keep(side: Side, field: string, value: string): void {
    if (this.#owned[side].has(value)) return;
    this.#owned[side].add(value);
    const name = fieldOf(field);
    const known = this.#ids[side].get(name) ?? [];
    this.#ids[side].set(name, known);
    known.push(value);
  }
}

/** `queries` and `queryId` are `queryId`. */
function fieldOf(name: string): string {
  const single = name
    .replace(/Ids$/, 'Id')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1');
  const field = single.endsWith('Id') ? single : `${single}Id`;
  return alias[field] ?? field;
}
