import { useEffect, useState } from 'react';
import type { ApiProblem } from '../api/problem.ts';

/** The seconds until the server listens again after too many tries, counted down; 0 when it does. */
export function useRest(problem: ApiProblem | null | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + (problem?.retryAfter ?? 0) * 1000;
    const tell = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tell();
    if (!problem?.retryAfter) return;
    const timer = setInterval(tell, 500);
    return () => clearInterval(timer);
  }, [problem]);
  return left;
}
