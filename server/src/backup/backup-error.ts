/** Why a backup cannot be made, read or restored. The message says what to do and holds no data. */
export class BackupError extends Error {
  override name = 'BackupError';
  readonly reason: 'damaged' | 'locked' | 'refused' | 'failed';

  /**
   * `damaged`: the file is not what was written. `locked`: neither the keyring nor the passphrase opens it.
   * `refused`: the target or the version does not allow it. `failed`: the disk or the database said no.
   */
  constructor(reason: BackupError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
