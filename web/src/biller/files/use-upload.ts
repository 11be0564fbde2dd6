import { type InboundFileView, type Problem, routes } from '@superbill/contract';
import { useState } from 'react';
import { isProblem, useChange } from '../../api/index.ts';
import { largestFile, textOf } from './file-text.ts';
import { changedByFiles } from './invalidated.ts';

/** What became of a file that was handed over: what the server made of it, or why it did not get there. */
export interface Taken {
  fileName: string;
  file?: InboundFileView;
  problem?: Pick<Problem, 'message' | 'nextStep'>;
}

/** Hands files over to the server one after the other; one that is refused does not stop the others. */
export function useUpload() {
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [busy, setBusy] = useState(false);
  const { mutateAsync } = useChange(routes.receiveFile, { invalidates: changedByFiles });

  async function takeIn(file: File): Promise<Taken> {
    const fileName = file.name.slice(-200);
    if (file.size > largestFile) return { fileName, problem: tooLarge };
    const content = await textOf(file).catch(() => undefined);
    if (content === undefined) return { fileName, problem: unreadable };
    if (content === '') return { fileName, problem: empty };
    try {
      return { fileName, file: await mutateAsync({ body: { fileName, content } }) };
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      const { message, nextStep } = problem;
      return { fileName, problem: { message, ...(nextStep === undefined ? {} : { nextStep }) } };
    }
  }

  async function upload(files: readonly File[]) {
    if (files.length === 0) return;
    setTaken([]);
    setBusy(true);
    try {
      for (const file of files) {
        const outcome = await takeIn(file);
        setTaken((earlier) => [...earlier, outcome]);
      }
    } finally {
      setBusy(false);
    }
  }
  return { upload, taken, forget: () => setTaken([]), busy };
}

const tooLarge = {
  message: 'It is larger than 20 MB, so it was not taken in.',
  nextStep: 'Ask the payer for smaller files, or put it into the folder of the exchange.',
};
const unreadable = {
  message: 'This browser could not read it.',
  nextStep: 'Check that it still exists and that you may open it, then try again.',
};
const empty = { message: 'It is empty. Nothing was taken in.' };
