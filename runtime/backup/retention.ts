const dayMs = 86_400_000;

/** Every one of the last 7 days, then the first of each 7 days for four weeks more (ours). The newest stays, however old. */
export function worthKeeping<T extends { madeAt: string }>(backups: readonly T[], now: Date): T[] {
  const oldestFirst = backups.toSorted((one, other) => one.madeAt.localeCompare(other.madeAt));
  const newest = oldestFirst.at(-1);
  const weeks = new Set<number>();
  return oldestFirst.filter((backup) => {
    const at = Date.parse(backup.madeAt);
    const age = now.getTime() - at;
    if (backup === newest || age < 7 * dayMs) return true;
    if (age >= 35 * dayMs) return false;
    const week = Math.floor(at / (7 * dayMs));
    if (weeks.has(week)) return false;
    weeks.add(week);
    return true;
  });
}

/** The first time of day `at` ("03:10", by this machine's clock) after `since`. */
export function dueAfter(since: Date, at: string): Date {
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  const due = new Date(since);
  due.setHours(hour, minute, 0, 0);
  if (due <= since) due.setDate(due.getDate() + 1);
  return due;
}

/** A drill belongs to Sundays: the first one whose backup was due after the last drill. */
export function drillDueAfter(since: Date, at: string): Date {
  const due = dueAfter(since, at);
  due.setDate(due.getDate() + ((7 - due.getDay()) % 7));
  return due;
}
