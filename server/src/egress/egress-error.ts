/** Why nothing was sent, or why an answer was not taken. */
export type EgressReason =
  /** Not an address of http or https, or one with a log-in in it. */
  | 'no-address'
  /** The origin is not among those this client may speak to. */
  | 'not-allowed'
  /** The name leads to an address that no destination may have, or into the own network without leave. */
  | 'forbidden-address'
  | 'redirect'
  | 'too-large'
  | 'wrong-answer';

/** A refusal of the egress client. The message names an origin or an address, never a path, a query or a secret. */
export class EgressError extends Error {
  readonly reason: EgressReason;

  constructor(reason: EgressReason, message: string) {
    super(message);
    this.name = 'EgressError';
    this.reason = reason;
  }
}
