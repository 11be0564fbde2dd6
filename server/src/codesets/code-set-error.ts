/** Why code sets could not be found, read or imported. The message is for a person and names the next step. */
export class CodeSetError extends Error {
  readonly code: CodeSetProblem;

  constructor(code: CodeSetProblem, message: string) {
    super(message);
    this.name = 'CodeSetError';
    this.code = code;
  }
}

export type CodeSetProblem =
  /** A file is not what it should be; nothing was imported. */
  | 'codes.refused-file'
  /** Nothing that was given is a code set. */
  | 'codes.nothing-found'
  /** A path or address cannot be read. */
  | 'codes.unreadable'
  /** An imported edition on this disk is damaged. */
  | 'codes.damaged-edition'
  /** Another import is running. */
  | 'codes.busy';
