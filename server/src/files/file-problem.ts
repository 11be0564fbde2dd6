import type { Problem } from '@superbill/contract';

/** Why a received file cannot be used as it is: shown to the person who looks after it. Nothing was posted. */
export class FileProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'FileProblem';
    this.problem = problem;
  }
}
