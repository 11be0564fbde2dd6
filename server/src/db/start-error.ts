/**
 * The database cannot start, and the message says why and what to do next. Meant for the person at the
 * command line, who needs no stack trace.
 */
export class StartError extends Error {
  override name = 'StartError';
}
