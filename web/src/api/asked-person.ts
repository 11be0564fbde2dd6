/** Asks the person for something over the page they are on; false when they would rather not. */
type Asker = () => Promise<boolean>;

interface Question {
  /** Who shows the question takes over; the returned function gives it back. */
  onAsked(ask: Asker): () => void;
  /** Many calls may need the same; all wait for one answer. False when nobody is there to ask. */
  ask(): Promise<boolean>;
}

function question(): Question {
  let asker: Asker | undefined;
  let asking: Promise<boolean> | undefined;
  return {
    onAsked(ask) {
      asker = ask;
      return () => {
        if (asker === ask) asker = undefined;
      };
    },
    ask() {
      if (!asker) return Promise.resolve(false);
      asking ??= asker().finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}

/** The session ended in the middle of work. */
export const signInAgain = question();
/** The session is locked until the person is back. */
export const unlock = question();
/** The act wants a proof of the last ten minutes of who is at the keyboard. */
export const prove = question();
