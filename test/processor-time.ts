/**
 * Begins to count the processor time of this process, in milliseconds, and gives what tells it. A busy machine lets
 * others in between, which the clock on the wall counts and this does not.
 */
export function processorTime(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
}

/** The least of three times, in milliseconds: what came in between once, such as garbage, is no part of it. */
export function leastOfThree(act: () => unknown): number {
  const once = () => {
    const used = processorTime();
    act();
    return used();
  };
  return Math.min(once(), once(), once());
}
