import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { applyEvent, emptyState, type PayerEvent, type PayerState } from './state.ts';

/** The payer's memory: what happened, one line of JSON each, on disk before it has any effect outside. */
export interface Journal {
  readonly state: PayerState;
  append(event: PayerEvent): void;
  close(): void;
}

/**
 * Opens the journal in a directory, creating both. A last line cut short by a crash never happened and is
 * removed; a damaged line before it throws, since what follows cannot be trusted.
 */
export function openJournal(directory: string): Journal {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'journal.jsonl');
  const file = openSync(path, 'a+');
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  const state = emptyState();
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  for (const [index, line] of lines.entries()) applyEvent(state, readEvent(line, `${path}:${index + 1}`));
  ftruncateSync(file, whole);
  return {
    state,
    append(event) {
      writeSync(file, `${JSON.stringify(event)}\n`);
      fsyncSync(file);
      applyEvent(state, event);
    },
    close() {
      closeSync(file);
    },
  };
}

const kinds = new Set(['received', 'paid', 'authorized', 'delivered']);

function readEvent(line: string, place: string): PayerEvent {
  const event: unknown = JSON.parse(line);
  if (!isEvent(event)) throw new Error(`${place}: not an event of this journal`);
  return event;
}

/** The journal is written by {@link Journal.append} alone, so the kind vouches for the rest. */
function isEvent(value: unknown): value is PayerEvent {
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.has(String(value.kind));
}
