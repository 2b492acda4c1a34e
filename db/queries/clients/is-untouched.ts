import { and, eq, sql } from "drizzle-orm";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";

/** Tables of what a client wrote, answered or was decided about: one row in any of them is clinical. */
export const clinicalTables = [
  ...["connection_check", "distance_move", "exercise_attempt", "message", "consent", "reading_mark", "exercises_away"],
  ...[
    "safety_event",
    "safety_decision",
    "safety_screen",
    "contact_card",
    "safety_plan",
    "signal_answer",
    "partner_talk",
  ],
  ...["proposal_use", "stop_choice", "assignment", "swap_request", "share_decision", "check_sitting", "link_follow_up"],
  ...[
    "correction",
    "appointment",
    "appointment_wish",
    "export_file",
    "record_export",
    "report",
    "erasure_step",
    "legal_hold",
    "court_demand",
    "harm_test",
    "emergency_access",
    "goal",
    "chart_note",
  ],
] as const;

/** Whether nothing clinical exists about a client whom the caller has looked up in scope. */
export async function isUntouched({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<boolean> {
  const rows = clinicalTables.map(
    (table) =>
      sql`select 1 from ${sql.identifier(table)} where practice_id = ${actor.practiceId} and client_id = ${clientId}`,
  );
  const others = [
    sql`select 1 from assessment where practice_id = ${actor.practiceId} and client_id = ${clientId} and started_at is not null`,
    sql`select 1 from enrolment_decision d join enrolment e on e.practice_id = d.practice_id and e.id = d.enrolment_id
      where e.practice_id = ${actor.practiceId} and e.client_id = ${clientId}`,
    sql`select 1 from couple where practice_id = ${actor.practiceId} and ${clientId} in (first_client_id, second_client_id)`,
    sql`select 1 from partner_invitation where practice_id = ${actor.practiceId} and ${clientId} in (client_id, partner_id)`,
  ];
  const isThere = sql<boolean>`exists (${sql.join([...rows, ...others], sql` union all `)})`;
  // Of the client's own row, so that it is a read like others and goes with those that wait beside it.
  const [found] = await tx
    .select({ isThere })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  return found?.isThere === false;
}
