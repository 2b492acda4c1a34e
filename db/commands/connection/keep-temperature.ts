import { and, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import type { AttemptDetail } from "@/lib/exercises/attempt";
import type { LocalDate } from "@/lib/time/local-date";
import { recordAudit } from "../../audit";
import { connectionCheck } from "../../schema/connection";
import type { Scope } from "../../scope";
import { keepingEarlier } from "../drafts/keep-earlier";
import { refreshConnectionSummary } from "./save-check";

type Read = { id: string; detail: AttemptDetail | null; on: LocalDate };

/**
 * The number of a temperature check is a connection check of its day, under the id of its attempt, and is corrected with it:
 * nobody is asked the same twice. Under the lock on the client's own row.
 */
export async function keepTemperature(scope: Scope<ClientActor>, { id, detail, on }: Read): Promise<void> {
  const score = detail?.page === "temperature-check" ? detail.score : null;
  if (score === null) return;
  const { actor, tx, now } = scope;
  const isThis = and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.id, id));
  const [before] = await tx.select({ score: connectionCheck.score }).from(connectionCheck).where(isThis);
  if (before?.score === score) return;
  if (before) {
    await keepingEarlier(scope);
    await tx.update(connectionCheck).set({ score }).where(isThis);
  } else {
    const row = { practiceId: actor.practiceId, id, clientId: actor.clientId };
    await tx.insert(connectionCheck).values({ ...row, localDate: on, score, noteSealed: null, recordedAt: now });
  }
  await refreshConnectionSummary(scope, actor.clientId);
  await recordAudit(scope, before ? "connection.check-corrected" : "connection.check-saved", {
    id,
    clientId: actor.clientId,
  });
}
