import { component, element, type Segment } from './tokens/segment.ts';
import { feed } from './tokens/tokenizer.ts';
import { transactionType } from './transaction-type.ts';

/**
 * Which kinds of message a file holds, each once, in order of appearance: `['TA1', '999']`. Nothing is
 * judged; a file that is no X12 holds none.
 */
export function sniff(bytes: Uint8Array | string): string[] {
  const kinds = new Set<string>();
  let group: Segment | undefined;
  feed(bytes, {
    segment(segment) {
      if (segment.id === 'GS') group = segment;
      if (segment.id === 'TA1') kinds.add('TA1');
      if (segment.id !== 'ST') return;
      kinds.add(
        transactionType(element(segment, 1), component(segment, 3, 1) || (group ? element(group, 8) : '')),
      );
    },
    fault: () => undefined,
  });
  return [...kinds];
}
