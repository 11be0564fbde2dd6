import type { Exchange835 } from '../exchange.ts';
import { x221a1 } from '../guides/x221a1.ts';
import { remitSegments } from '../remit/payment.ts';
import { renderGroup } from './envelope.ts';

/**
 * Writes one 835 transaction (005010X221A1) for each remit. What a remit lacks is left out and what does
 * not balance is written as it is: {@link validate} reports both.
 */
export function write835(exchange: Exchange835): string {
  const kind = { set: '835', functionalId: 'HP', guide: x221a1.id, wantsTA1: false };
  return renderGroup(exchange, kind, exchange.remits.map(remitSegments));
}
