import type { PasskeyAnswer } from '@superbill/contract';
import { useState } from 'react';
import { type ApiProblem, isProblem } from '../api/problem.ts';
import { answerWithPasskey } from './passkey.ts';

/** Asks the server for its question, the person for a passkey, and hands the answer on. */
export function usePasskey(
  ask: () => Promise<{ question: Record<string, unknown> }>,
  onAnswer: (passkey: PasskeyAnswer) => void,
) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  async function start() {
    setBusy(true);
    setProblem(undefined);
    try {
      const { question } = await ask();
      onAnswer(await answerWithPasskey(question));
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return { start: () => void start(), busy, problem };
}
