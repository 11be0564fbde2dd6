/** Asks the person to sign in over the page they are on; false when they would rather not. */
type Asker = () => Promise<boolean>;

let asker: Asker | undefined;
let asking: Promise<boolean> | undefined;

/** The session provider takes over while somebody is signed in; the returned function gives it back. */
export function onSessionEnded(ask: Asker): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = undefined;
  };
}

/** Many calls may meet the end of one session; all wait for the same answer. */
export function signInAgain(): Promise<boolean> {
  if (!asker) return Promise.resolve(false);
  asking ??= asker().finally(() => {
    asking = undefined;
  });
  return asking;
}
