import { randomUUID } from "node:crypto";
import { z } from "zod";
import { newestChoice } from "@/db/queries/letters/letters";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { letterChoice } from "../../schema/outbox";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { setLettersAside } from "./set-letters-aside";

export const lettersShape = z.strictObject({ letters: z.enum(["yes", "no"]) });

/** A client's own choice, from this moment on: what has not gone out yet stays here too. Chosen again, it changes nothing. */
export async function chooseLetters(
  scope: Scope<ClientActor>,
  { letters }: z.infer<typeof lettersShape>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  const { practiceId, accountId, clientId } = actor;
  const wantsLetters = letters === "yes";
  await lockOwnRow(scope);
  const newest = await newestChoice(scope);
  if ((newest?.wants ?? true) === wantsLetters) return;
  const id = randomUUID();
  const chosenAt = afterAll(newest ? [newest.chosenAt] : [], now);
  await tx.insert(letterChoice).values({ practiceId, id, accountId, wantsLetters, chosenAt });
  if (!wantsLetters) await setLettersAside(scope, accountId);
  await recordAudit(scope, wantsLetters ? "letters.wanted" : "letters.unwanted", {
    id,
    clientId,
  });
}
