import type { Pool } from "pg";
import { withScope } from "../../scope";
import { type ColleagueRow, colleaguesIn } from "./colleagues";

export type StaffBeside = Pick<ColleagueRow, "email" | "name" | "role" | "state">;

/** For the machine that Nearer runs on: who works where somebody with this address signs in. Undefined for the unknown. */
export async function staffBeside(pool: Pool, email: string, now: Date): Promise<StaffBeside[] | undefined> {
  const { rows } = await pool.query<{ practice_id: string }>("select practice_id from door_find_account($1)", [email]);
  const [found] = rows;
  if (!found) return undefined;
  const actor = { kind: "system", role: "system", practiceId: found.practice_id } as const;
  return withScope(pool, actor, now, colleaguesIn);
}
