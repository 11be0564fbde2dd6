/** How many scheduled backups are kept: the newest of as many days, weeks (from Monday) and months. */
const kept = { day: 7, week: 4, month: 12 } as const;

const named = /^superbill-(\d{4}-\d{2}-\d{2})T\d{6}Z\.backup$/;

/** The name of a scheduled backup; only files that are named so are ever removed. */
export function scheduledName(takenAt: string): string {
  return `superbill-${takenAt.slice(0, 19).replaceAll(':', '')}Z.backup`;
}

/** Which of these files are no longer needed. */
export function toRemove(names: readonly string[]): string[] {
  const dated = names
    .filter((name) => named.test(name))
    .sort()
    .reverse();
  const keep = new Set<string>();
  for (const span of ['day', 'week', 'month'] as const) {
    const newest = new Map<string, string>();
    for (const name of dated) {
      const period = periodOf(named.exec(name)?.[1] ?? '', span);
      if (!newest.has(period)) newest.set(period, name);
    }
    for (const name of [...newest.values()].slice(0, kept[span])) keep.add(name);
  }
  return dated.filter((name) => !keep.has(name));
}

function periodOf(day: string, span: keyof typeof kept): string {
  if (span === 'day') return day;
  if (span === 'month') return day.slice(0, 7);
  const monday = new Date(`${day}T00:00:00Z`);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return monday.toISOString().slice(0, 10);
}
