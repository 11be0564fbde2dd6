import pino from 'pino';

/** The only fields a log line may carry: ids, codes and counts. Health data has no field to go into. */
export interface LogFields {
  route?: string;
  method?: string;
  status?: number;
  ms?: number;
  code?: string;
  requestId?: string;
  organizationId?: string;
  id?: string;
  count?: number;
  /** Name and place of a failure in our own code. A message is left out: it may quote data. */
  failure?: string;
}

export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** JSON lines; `silent` for tests and the command line. */
export function createLog(destination: 'stdout' | 'silent' | { file: string }): Log {
  const logger =
    destination === 'stdout'
      ? pino({ base: null })
      : destination === 'silent'
        ? pino({ level: 'silent' })
        : pino({ base: null }, pino.destination({ dest: destination.file, mkdir: true, sync: true }));
  return {
    info: (event, fields = {}) => logger.info({ ...fields }, event),
    error: (event, fields = {}) => logger.error({ ...fields }, event),
  };
}

/** What may be told of an unexpected error: its class and where in the code it came from, not its message. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return `${error.name}${code} ${place?.trim() ?? ''}`;
}
