/**
 * How claim files travel: the clearinghouse as a port. A folder pair is the adapter that ships (an SFTP
 * client can serve it); the payer in a box reads and writes the same folders.
 */
export interface ClaimExchange {
  /** Puts a file where the other side takes it. Sending the same name again replaces it with the same bytes. */
  send(organizationId: string, fileName: string, content: Uint8Array): Promise<void>;
  /** Files that came in and were not taken yet, oldest first; `read` is asked of one after another. */
  list(organizationId: string): Promise<{ fileName: string; read(): Promise<Uint8Array> }[]>;
  /** Says that a file is safely stored on our side. */
  taken(organizationId: string, fileName: string): Promise<void>;
}
