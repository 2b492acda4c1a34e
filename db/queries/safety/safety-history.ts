import { and, asc, desc, eq } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { account } from "@/db/schema/identity";
import { safetyDecision, safetyDecisionReason, safetyEvent, safetyScreen } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { authorize } from "@/lib/policy";
import { type EventRecord, eventsWhere } from "./safety-events";
import { type ProposalUse, proposalUsesOf } from "./safety-proposals";
import { type SaidInEvent, saidIn } from "./safety-said";

export type SafetyHistory = {
  header: ClientHeader;
  /** With what was answered where an event is over; while it is open, the overview opens it for whoever was asked. */
  events: (EventRecord & { said: SaidInEvent[] })[];
  screens: { id: string; outcome: (typeof safetyScreen.$inferSelect)["outcome"]; answeredAt: Date }[];
  decisions: {
    id: string;
    kind: (typeof safetyDecision.$inferSelect)["kind"];
    talkedAlone: boolean;
    reason: string;
    byName: string;
    decidedAt: Date;
  }[];
  offered: ProposalUse[];
};

/** Events, screens and decisions of a client, newest first, with every written word. Reading it is recorded. */
export async function getSafetyHistory(scope: Scope<StaffActor>, clientId: string): Promise<SafetyHistory> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const { header, events, screens, decisions, offered } = await atOnce({
    header: getClientHeader(scope, clientId),
    events: eventsWhere(scope, eq(safetyEvent.clientId, clientId), { withNotes: true }),
    screens: tx
      .select({ id: safetyScreen.id, outcome: safetyScreen.outcome, answeredAt: safetyScreen.answeredAt })
      .from(safetyScreen)
      .where(and(eq(safetyScreen.practiceId, actor.practiceId), eq(safetyScreen.clientId, clientId)))
      .orderBy(desc(safetyScreen.answeredAt), asc(safetyScreen.outcome))
      .limit(100),
    decisions: tx
      .select({
        id: safetyDecision.id,
        kind: safetyDecision.kind,
        talkedAlone: safetyDecision.talkedAlone,
        reasonSealed: safetyDecision.reasonSealed,
        byName: account.name,
        decidedAt: safetyDecision.decidedAt,
      })
      .from(safetyDecision)
      .innerJoin(
        account,
        and(eq(account.practiceId, safetyDecision.practiceId), eq(account.id, safetyDecision.decidedBy)),
      )
      .where(and(eq(safetyDecision.practiceId, actor.practiceId), eq(safetyDecision.clientId, clientId)))
      .orderBy(desc(safetyDecision.decidedAt))
      .limit(100),
    offered: proposalUsesOf(scope, clientId),
  });
  const said = await saidIn(
    scope,
    events.filter(({ steps }) => steps.some(({ kind }) => kind === "closed")),
  );
  await recordAudit(scope, "safety.history-read", { id: clientId, clientId });
  return {
    header,
    events: events.map((event) => ({ ...event, said: said.get(event.id) ?? [] })),
    screens,
    offered,
    decisions: decisions.map(({ reasonSealed, ...one }) => ({
      ...one,
      reason: safetyDecisionReason.read(reasonSealed, { practiceId: actor.practiceId, id: one.id }),
    })),
  };
}
