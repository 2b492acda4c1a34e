import { setTimeout as sleep } from "node:timers/promises";

/** Asks again until there is an answer; null when the time is up. */
export async function askUntil<T>(ask: () => Promise<T | null>, forMs: number, everyMs = 100): Promise<T | null> {
  const end = Date.now() + forMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null || Date.now() >= end) return answer;
    await sleep(everyMs);
  }
}
