const mebibyte = 2 ** 20;

/** Does it, and watches the memory of the process meanwhile, in MiB. */
export async function observed<T>(act: () => Promise<T>) {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const started = performance.now();
  const used = process.cpuUsage();
  try {
    const result = await act();
    const { user, system } = process.cpuUsage(used);
    return {
      result,
      seconds: (performance.now() - started) / 1000,
      cpu: ((user + system) / 1e6).toFixed(1),
      grew: Math.round((most - before) / mebibyte),
      peak: Math.round(most / mebibyte),
    };
  } finally {
    clearInterval(timer);
  }
}
