import type { Role } from '@superbill/contract';

/** What the users need to know of the server under load. */
export interface Ready {
  port: number;
  /** Tokens of open sessions by role. */
  sessions: Record<Role, string[]>;
  /** Tokens of bills that nobody opened yet. */
  bills: string[];
  ids: { payerId: string; practitionerId: string; locationId: string };
}

/** What the server's process and its database hold; sizes in MiB. */
export interface Holds {
  heap: number;
  external: number;
  rss: number;
  /** Timers, sockets and the like that keep the process alive. */
  handles: number;
  connections: number;
  idleInTransaction: number;
  megabytes: number;
}

export type FromServer = { ready: Ready } | { holds: Holds } | { whole: boolean };
