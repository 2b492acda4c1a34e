import { swapRequest, swapRequestWords } from "@/db/schema/swap-requests";
import { addDays } from "@/lib/time/local-date";
import { noteAudit, noteLastActivity, type Seed, sealedWords, write } from "./seed-writer";
import type { Story } from "./timeline";

/** A wish for another exercise, made yesterday evening and not answered yet. */
export function writeSwapRequest(seed: Seed, { person, clientId, enrolmentId, client, today, id, at }: Story): void {
  const askedOn = addDays(today, -1);
  const askedAt = at(askedOn, 20, 10);
  if (!person.asks || !askedAt) return;
  const { exercise, words } = person.asks;
  const requestId = id("swap-request");
  write(seed, swapRequest, {
    id: requestId,
    clientId,
    enrolmentId,
    exerciseKey: exercise,
    wordsSealed: sealedWords(swapRequestWords, words, requestId),
    askedOn,
    askedAt,
  });
  noteAudit(seed, {
    at: askedAt,
    by: client,
    action: "exercises.swap-asked",
    id: requestId,
    clientId,
  });
  noteLastActivity(seed, clientId, "exercise", askedAt);
}
