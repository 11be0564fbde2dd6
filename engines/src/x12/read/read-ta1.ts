import { ValidationInProgress } from '../check/validate.ts';
import type { ExchangeTA1, InterchangeAcknowledgement } from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { feed } from '../tokens/tokenizer.ts';
import { interchangeEnvelope } from './fields.ts';

/** Reads every TA1 of a file, also those that stand beside groups. */
export function readTA1(bytes: Uint8Array | string): {
  exchanges: ExchangeTA1[];
  acknowledgements: InterchangeAcknowledgement[];
  findings: X12Finding[];
} {
  const validation = new ValidationInProgress({ snip: 4 });
  feed(bytes, validation.checker);
  const { findings } = validation.end();
  const exchanges = validation.checker.interchanges
    .filter(({ acknowledgements }) => acknowledgements.length > 0)
    .map(({ isa, acknowledgements }): ExchangeTA1 => {
      const { controlNumbers, ...envelope } = interchangeEnvelope(isa);
      return { ...envelope, controlNumbers, acknowledgements: acknowledgements.map(readSegment) };
    });
  return { exchanges, acknowledgements: exchanges.flatMap((one) => one.acknowledgements), findings };
}

function readSegment(ta1: Segment): InterchangeAcknowledgement {
  const status = element(ta1, 4);
  return {
    kind: 'TA1',
    control: element(ta1, 1),
    sentDate: element(ta1, 2),
    sentTime: element(ta1, 3),
    status: status === 'A' || status === 'E' ? status : 'R',
    transactions: [],
    note: element(ta1, 5),
  };
}
