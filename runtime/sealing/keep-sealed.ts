import { setTimeout as sleep } from "node:timers/promises";
import { readKeyRing } from "@/db/sealed";
import { inPlainWords } from "@/runtime/fault";
import type { PracticeDatabase } from "@/runtime/practice-database";
import { reseal } from "@/runtime/sealing/reseal";

type Options = {
  database: { keeperUrl: PracticeDatabase["keeperUrl"]; keys: Pick<PracticeDatabase["keys"], "sealKeys"> };
  say: (line: string) => void;
};

/** After the start, and then every so often: an instance that came back with older keys may have sealed with one. */
const everyMs = 3_600_000;
/** Between two batches: people first. */
const pauseMs = 20;

/** Seals under the first key what others sealed, in the background, where there is more than one. */
export function keepSealed({ database, say }: Options): { stop: () => Promise<void> } {
  const { sealKeys } = database.keys;
  if (!database.keeperUrl() || readKeyRing(sealKeys).keys.size === 1) return { stop: async () => undefined };
  const ending = new AbortController();
  const goesOn = () => sleep(pauseMs, true, { signal: ending.signal, ref: false }).catch(() => false);
  const round = async () => {
    const keeperUrl = database.keeperUrl();
    if (!keeperUrl) return;
    const outcome = await reseal({ keeperUrl, sealKeys, goesOn });
    if (outcome.is === "done") say(doneWords(outcome));
    if (outcome.is === "older-key")
      say(`Words are sealed with ${outcome.key}, but ${outcome.newest} is newer: nothing is sealed anew.`);
  };
  const rounds = async () => {
    while (!ending.signal.aborted) {
      // A database that is away comes back, and what is left is still there.
      await round().catch((error: unknown) => {
        const plain = inPlainWords(error);
        say(`Words could not be sealed anew: ${plain instanceof Error ? plain.message : String(plain)}`);
      });
      await sleep(everyMs, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
    }
  };
  const running = rounds();
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

export const doneWords = ({ key, changed, remaining }: { key: string; changed: number; remaining: number }): string =>
  `Sealed anew with ${key}: ${changed}. ${remaining === 0 ? "Nothing of an older key is left." : `Left, because they do not open or are being written to: ${remaining}.`}`;
