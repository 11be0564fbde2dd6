import { useEffect, useState } from 'react';

const quick = 2_000;
const slow = 30_000;
/** A payer in the same building answers within this; one across the country takes days. */
const patience = 120_000;

/**
 * How often to read again while something is under way: every 2 s at first, every 30 s once it has taken two
 * minutes, not at all when nothing is awaited. Each reading is written into the audit trail, so it must end.
 */
export function usePace(underWay: boolean): number | undefined {
  const [tired, setTired] = useState(false);
  useEffect(() => {
    setTired(false);
    if (!underWay) return;
    const timer = setTimeout(() => setTired(true), patience);
    return () => clearTimeout(timer);
  }, [underWay]);
  if (!underWay) return undefined;
  return tired ? slow : quick;
}
