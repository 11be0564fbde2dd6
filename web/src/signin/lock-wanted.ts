let locker: (() => void) | undefined;

/** The lock says that it is there; the returned function takes it back. */
export function onLockWanted(lock: () => void): () => void {
  locker = lock;
  return () => {
    if (locker === lock) locker = undefined;
  };
}

/** Locks the screen at once, for the menu. */
export function lockScreen(): void {
  locker?.();
}
