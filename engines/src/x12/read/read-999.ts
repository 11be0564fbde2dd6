import type { TransactionPlace } from '../check/records.ts';
import { ValidationInProgress } from '../check/validate.ts';
import type {
  AcknowledgedError,
  Exchange999,
  GroupAcknowledgement,
  TransactionAcknowledgement,
} from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { component, element, type Segment, shownId } from '../tokens/segment.ts';
import { feed } from '../tokens/tokenizer.ts';
import { all, first, type Loop, loopsOf, part, value } from '../walk/loop.ts';
import { defined, envelope } from './fields.ts';

/** Reads every 999 of a file: `acknowledgements` holds one for each group that is answered, `exchanges` the same by file. */
export function read999(bytes: Uint8Array | string): {
  exchanges: Exchange999[];
  acknowledgements: GroupAcknowledgement[];
  findings: X12Finding[];
} {
  const exchanges = new Map<TransactionPlace['group'], Exchange999>();
  let transactions: TransactionAcknowledgement[] = [];
  const validation = new ValidationInProgress({ snip: 4 }, (loop, place) => {
    if (place.transaction.guide?.type !== '999') return;
    if (loop.id === '2000') transactions.push(readTransaction(loop));
    if (loop.id !== '') return;
    const exchange = exchanges.get(place.group) ?? { ...envelope(place), acknowledgements: [] };
    exchange.acknowledgements.push(readGroup(loop, transactions));
    exchanges.set(place.group, exchange);
    transactions = [];
  });
  feed(bytes, validation.checker);
  const all = [...exchanges.values()];
  const acknowledgements = all.flatMap((exchange) => exchange.acknowledgements);
  return { exchanges: all, acknowledgements, findings: validation.end().findings };
}

const groupStatuses: ReadonlyMap<string, GroupAcknowledgement['status']> = new Map(
  Object.entries({ A: 'A', E: 'E', P: 'P' }),
);

function readGroup(root: Loop, transactions: TransactionAcknowledgement[]): GroupAcknowledgement {
  const [ak1, ak9] = [first(root, 'AK1'), first(root, 'AK9')];
  const count = (index: number) => Number(value(ak9, index)) || 0;
  return {
    kind: '999',
    functionalId: value(ak1, 1) ?? '',
    control: value(ak1, 2) ?? '',
    guide: value(ak1, 3) ?? '',
    // M, W and X are rejections for reasons of security; they and whatever is unknown count as R.
    status: groupStatuses.get(value(ak9, 1) ?? '') ?? 'R',
    transactions,
    counts: { included: count(2), received: count(3), accepted: count(4) },
    codes: codes(ak9, 5),
  };
}

function codes(segment: Segment | undefined, from: number): string[] {
  return [0, 1, 2, 3, 4].flatMap((offset) => value(segment, from + offset) ?? []);
}

function readTransaction(loop: Loop): TransactionAcknowledgement {
  const [ak2, ik5] = [first(loop, 'AK2'), first(loop, 'IK5')];
  return defined<TransactionAcknowledgement>({
    type: value(ak2, 1) ?? '',
    control: value(ak2, 2) ?? '',
    guide: value(ak2, 3),
    status: value(ik5, 1) ?? 'R',
    codes: codes(ik5, 2),
    errors: loopsOf(loop, '2100').flatMap(readErrors),
  });
}

/** An IK3 with element errors below it counts as those; one without, as itself. */
function readErrors(loop: Loop): AcknowledgedError[] {
  const ik3 = first(loop, 'IK3');
  const segment = shownId(value(ik3, 1) ?? '');
  const position = Number(value(ik3, 2)) || 0;
  const inLoop = value(ik3, 3);
  const where = `segment ${position}${inLoop === undefined ? '' : `, loop ${inLoop}`}`;
  const unit = readUnit(loop);
  const elements = loopsOf(loop, '2110');
  if (elements.length === 0) {
    const at = `${segment} (${where})`;
    const code = value(ik3, 4) ?? '';
    const trigger = readTrigger(loop);
    return [defined<AcknowledgedError>({ at, code, segment, position, loop: inLoop, trigger, unit })];
  }
  return elements.flatMap((inner) => {
    const ik4 = first(inner, 'IK4');
    if (!ik4) return [];
    const [place = 0, component, repetition] = [1, 2, 3].map((n) => numberOf(part(ik4, 1, n)));
    const name = segment + String(place).padStart(2, '0') + (component === undefined ? '' : `-${component}`);
    return defined<AcknowledgedError>({
      at: `${name} (${where})`,
      code: element(ik4, 3),
      segment,
      position,
      loop: inLoop,
      element: defined<NonNullable<AcknowledgedError['element']>>({
        position: place,
        component,
        repetition,
        reference: value(ik4, 2),
      }),
      trigger: readTrigger(inner),
      unit,
    });
  });
}

/** The first situation told below an IK3 or IK4. */
function readTrigger(loop: Loop): AcknowledgedError['trigger'] | undefined {
  const ctx = first(loop, 'CTX', 'SITUATIONAL TRIGGER');
  if (!ctx) return undefined;
  const [place, component] = [1, 2].map((n) => numberOf(part(ctx, 5, n)));
  return defined<NonNullable<AcknowledgedError['trigger']>>({
    segment: shownId(element(ctx, 2)),
    position: Number(value(ctx, 3)) || 0,
    loop: value(ctx, 4),
    element:
      place === undefined
        ? undefined
        : defined<{ position: number; component?: number }>({ position: place, component }),
  });
}

function readUnit(loop: Loop): AcknowledgedError['unit'] | undefined {
  const ctx = all(loop, 'CTX').find((one) => component(one, 1, 1) !== 'SITUATIONAL TRIGGER');
  const name = part(ctx, 1, 1);
  return name === undefined ? undefined : { name, reference: part(ctx, 1, 2) ?? '' };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
