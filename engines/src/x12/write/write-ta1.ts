import type { ExchangeTA1 } from '../exchange.ts';
import type { DraftSegment } from './draft.ts';
import { renderInterchange } from './envelope.ts';

/** Writes one interchange that holds nothing but TA1 segments. */
export function writeTA1(exchange: ExchangeTA1): string {
  const segments = exchange.acknowledgements.map(
    ({ control, sentDate, sentTime, status, note }): DraftSegment => [
      'TA1',
      control,
      sentDate,
      sentTime,
      status,
      note,
    ],
  );
  return renderInterchange(exchange, exchange.controlNumbers.interchange, segments);
}
