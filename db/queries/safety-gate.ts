import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { type Gate, gateAt, type ScreenResult } from "@/lib/domain/safety/gate";
import { client } from "../schema/clients";
import { safetyDecision, safetyScreen } from "../schema/safety";
import type { Scope } from "../scope";
import { visibleClients } from "../visibility";

export type KeptGateHistory = {
  screens: { id: string; answeredAt: string; outcome: ScreenResult["outcome"] }[];
  decisions: {
    id: string;
    kind: "clear" | "concern" | "stop";
    decidedAt: string;
    clinicianId: string;
    talkedAlone: boolean;
  }[];
};

/** Everything the gate of a client is worked out from, as one column of a statement about `client`. */
export const gateHistoryOf = () => sql<KeptGateHistory>`jsonb_build_object(
  'screens', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'answeredAt', g.answered_at, 'outcome', g.outcome))
    from ${safetyScreen} g where g.practice_id = ${client.practiceId} and g.client_id = ${client.id}), '[]'::jsonb),
  'decisions', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'decidedAt', g.decided_at,
      'clinicianId', g.decided_by, 'talkedAlone', g.talked_alone))
    from ${safetyDecision} g where g.practice_id = ${client.practiceId} and g.client_id = ${client.id}), '[]'::jsonb))`;

/** A reason was written before the row was; it stays sealed here. */
const writtenDown = "Written down and sealed.";

export function gateFrom(history: KeptGateHistory, now: Date): Gate {
  return gateAt(
    {
      screens: history.screens.map((screen) => ({ ...screen, answeredAt: new Date(screen.answeredAt) })),
      decisions: history.decisions.map(({ decidedAt, ...decision }) => ({
        ...decision,
        decidedAt: new Date(decidedAt),
        reason: writtenDown,
      })),
    },
    now,
  );
}

/** The gate of one client whom the caller may reach. */
export async function getGate<A extends Actor>(scope: Scope<A>, clientId: string): Promise<Gate> {
  const [row] = await scope.tx
    .select({ history: gateHistoryOf(), id: client.id })
    .from(client)
    .innerJoin(sql`(select 1) as one`, sql`true`)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return gateFrom(row.history, scope.now);
}
