import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { type MintedPractice, mintClient } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";

export const closedStates = ["unscreened", "concern", "stop", "expired", "partner-stopped"] as const;
export type GateState = (typeof closedStates)[number] | "clear" | "event";

const day = 86_400_000;

/** Puts the gate of one client into a state, by the rows that would have led there and no others. */
export function gateOf(pool: Pool, practice: MintedPractice, client: ClientActor) {
  const { practiceId, therapist } = practice;
  const decide = (clientId: string, kind: "clear" | "concern" | "stop", daysAgo: number) =>
    pool.query(
      `insert into safety_decision (practice_id, id, client_id, kind, talked_alone, reason_sealed, decided_by, decided_at)
       values ($1, $2, $3, $4, true, 'sealed', $5, $6)`,
      [practiceId, randomUUID(), clientId, kind, therapist.accountId, new Date(Date.now() - daysAgo * day)],
    );
  const answer = (clientId: string, daysAgo: number) =>
    pool.query(
      `insert into safety_screen (practice_id, id, client_id, outcome, answered_at)
       select practice_id, id, client_id, 'clear', $3 from assessment
       where practice_id = $1 and client_id = $2 order by id limit 1`,
      [practiceId, clientId, new Date(Date.now() - daysAgo * day)],
    );
  return async (state: GateState): Promise<void> => {
    for (const table of ["safety_decision", "safety_screen", "safety_event", "couple"])
      await pool.query(`delete from ${table} where practice_id = $1`, [practiceId]);
    const { clientId } = client;
    if (state === "unscreened") return;
    // Joint steps go by how the gate stood when the practice week began, which is today.
    const ago = state === "expired" ? 90 : 9;
    await answer(clientId, ago + 1);
    await decide(clientId, "clear", ago);
    if (state === "concern" || state === "stop") await decide(clientId, state, 1);
    if (state === "partner-stopped") {
      const startDate = new Date().toISOString().slice(0, 10);
      const partner = await mintClient(pool, practice, { name: "The Partner", startDate, now: new Date() });
      await pool.query(
        `insert into couple (practice_id, id, first_client_id, second_client_id, linked_by, linked_at, lead_id, drawn_check_on, zone)
         values ($1, $2, $3, $4, $5, now() - interval '8 days', $5, current_date + 30, 'Europe/London')`,
        [practiceId, randomUUID(), clientId, partner.clientId, therapist.accountId],
      );
      await decide(partner.clientId, "stop", 1);
    }
    if (state === "event")
      await pool.query(
        "insert into safety_event (practice_id, id, client_id, source, opened_at) values ($1, $2, $3, 'not-safe-button', now())",
        [practiceId, randomUUID(), clientId],
      );
  };
}
