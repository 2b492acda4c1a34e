import type { ClientActor } from "@/lib/domain/actor";
import type { Answer, Instrument } from "@/lib/domain/assessments/instrument";
import { checkResult } from "@/lib/domain/safety/check-result";
import { placeInHistory } from "@/lib/domain/safety/gate";
import { recordAudit } from "../../audit";
import { gateHistory } from "../../queries/safety-gate";
import { safetyScreen } from "../../schema/safety";
import type { Scope } from "../../scope";
import { lockClient } from "./lock-client";
import { openSafetyEvent } from "./open-event";

type Screen = { assessmentId: string; instrument: Instrument; answers: readonly Answer[] };

/** Keeps what a screen asks for. A stop opens a safety event at once; a screen left partly blank opens nothing. */
export async function recordScreen(
  scope: Scope<ClientActor>,
  { assessmentId, instrument, answers }: Screen,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { outcome } = checkResult(instrument, { answers, isSent: true, wasPrivate: true });
  await lockClient(scope, actor.clientId);
  const answeredAt = placeInHistory(await gateHistory(scope, actor.clientId), "screen", now);
  const row = { practiceId: actor.practiceId, clientId: actor.clientId };
  await tx.insert(safetyScreen).values({ ...row, id: assessmentId, outcome, answeredAt });
  await recordAudit(scope, "safety.screened", { id: assessmentId, clientId: actor.clientId });
  if (outcome === "stop")
    await openSafetyEvent(scope, { clientId: actor.clientId, source: "screen", id: assessmentId });
}
