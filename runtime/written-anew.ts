import { waitingSince, writeAnew } from "@/db/erasing/written-anew";
import { inPlainWords } from "@/runtime/fault";
import type { PracticeDatabase } from "@/runtime/practice-database";
import { withClient } from "@/runtime/roles";

type Options = { database: Pick<PracticeDatabase, "keeperUrl">; say: (line: string) => void };

const everyMs = 5 * 60_000;
const hourMs = 3_600_000;
/** By this machine’s clock, before the backup of 03:10. */
const night = { from: 1, to: 5 };

/** At night; where the machine is off at night, once something has waited for a day. Once in a night, whatever is left. */
export function isTimeToWrite(since: Date, lastTry: Date | null, now: Date): boolean {
  if (lastTry && now.getTime() - lastTry.getTime() < 20 * hourMs) return false;
  const hour = now.getHours();
  return (hour >= night.from && hour < night.to) || now.getTime() - since.getTime() >= 24 * hourMs;
}

/**
 * Writes tables anew after somebody was erased, as whoever owns them: the worker may not, and on PostgreSQL 15 and 16 could not
 * be let. Where migrations are left to somebody else, so is this.
 */
export function keepWrittenAnew({ database, say }: Options): { stop: () => Promise<void> } {
  let lastTry: Date | null = null;
  const tick = async () => {
    const url = database.keeperUrl();
    if (!url) return;
    await withClient(url, async (owner) => {
      const since = await waitingSince(owner);
      const now = new Date();
      if (!since || !isTimeToWrite(since, lastTry, now)) return;
      lastTry = now;
      const { left } = await writeAnew(owner);
      if (left.length > 0) say(leftWords(left));
    });
  };
  let ticking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // A database that is away comes back, and then it still waits.
    ticking = ticking.then(tick).catch(() => undefined);
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await ticking;
    },
  };
}

/** Before a backup: what goes into it holds nobody who was erased. A backup is made whatever becomes of this. */
export async function writeAnewFirst(keeperUrl: string | undefined, say: (line: string) => void): Promise<void> {
  if (!keeperUrl) return;
  await withClient(keeperUrl, async (owner) => {
    const { left } = await writeAnew(owner);
    if (left.length > 0) say(leftWords(left));
  }).catch((error: unknown) => {
    const plain = inPlainWords(error);
    say(`Tables were not written anew: ${plain instanceof Error ? plain.message : String(plain)}`);
  });
}

const leftWords = (left: readonly string[]) =>
  `After an erasing these tables were busy or too large to be written anew, and wait for the next night: ${left.join(", ")}. When nobody works: vacuum (full, analyze) of each.`;
