import { randomUUID } from "node:crypto";
import pg from "pg";

/**
 * Opens joint steps of the client with this address, by the rows that asking, answering and a clinician would have led to in
 * an earlier practice week: they open only where one begins.
 */
export async function openGateOf(databaseUrl: string, email: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const { rows } = await pool.query(
    `select c.practice_id as practice, c.id, c.therapist_id as therapist from client c
     join account a on a.practice_id = c.practice_id and a.id = c.account_id where lower(a.email) = lower($1)`,
    [email],
  );
  const [{ practice, id, therapist }] = rows;
  await pool.query(
    `update safety_check k set asked_at = now() - interval '11 days' from safety_check_member m
     where m.practice_id = k.practice_id and m.check_id = k.id and m.practice_id = $1 and m.client_id = $2`,
    [practice, id],
  );
  await pool.query(
    `insert into safety_screen (practice_id, id, client_id, outcome, answered_at)
     select practice_id, id, client_id, 'clear', now() - interval '10 days' from assessment
     where practice_id = $1 and client_id = $2 order by id limit 1`,
    [practice, id],
  );
  await pool.query(
    `insert into safety_decision (practice_id, id, client_id, kind, talked_alone, reason_sealed, decided_by, decided_at)
     values ($1, $2, $3, 'clear', true, 'sealed', $4, now() - interval '9 days')`,
    [practice, randomUUID(), id, therapist],
  );
  await pool.end();
}
