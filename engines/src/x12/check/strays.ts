/**
 * Transactions without ST and groups without GS. The first segment that shows one is told, which is enough, and
 * what ends it is counted as if it had begun.
 */
export class Strays {
  /** Transactions that have ended, in the group at hand. */
  transactions = 0;
  /** Groups that have ended, in the interchange at hand. */
  groups = 0;
  #isInTransaction = false;
  #isInGroup = false;

  enterInterchange(): void {
    this.enterGroup();
    this.groups = 0;
  }

  enterGroup(): void {
    this.enterTransaction();
    this.#isInGroup = false;
    this.transactions = 0;
  }

  enterTransaction(): void {
    this.#isInTransaction = false;
  }

  /** A segment outside of any transaction: whether that is news. */
  isFirstOfTransaction(): boolean {
    const isFirst = !this.#isInTransaction;
    this.#isInTransaction = true;
    return isFirst;
  }

  /** A transaction outside of any group: whether that is news. */
  isFirstOfGroup(): boolean {
    const isFirst = !this.#isInGroup;
    this.#isInTransaction = true;
    this.#isInGroup = true;
    return isFirst;
  }

  /** Whether SE ends a transaction that had no ST. */
  endTransaction(): boolean {
    if (!this.#isInTransaction) return false;
    this.#isInTransaction = false;
    this.transactions++;
    return true;
  }

  /** Whether GE ends a group that had no GS. */
  endGroup(): boolean {
    if (!this.#isInGroup) return false;
    this.#isInGroup = false;
    this.groups++;
    return true;
  }
}
