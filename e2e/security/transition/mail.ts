import { LETTER_DAYS } from "@/lib/messages/delivery-status";
import { lettersTo } from "../../post-office";
import type { Side } from "./side";
import type { View } from "./views";

type Row = { account_id: string; kind: string; minute: string };

const accountOf = ({ practice, mara, teo }: Side, view: View) =>
  ({ desk: practice.colleague, mara, teo })[view].accountId;

/** The letters of one person that were not set aside: of what kind, and in which minute. */
export async function lettersOf(side: Side, view: View): Promise<string[]> {
  const { rows } = await side.world.pool.query<Row>(
    `select about_kind as kind, to_char(created_at, 'YYYY-MM-DD HH24:MI') as minute
       from outbox_letter where practice_id = $1 and account_id = $2 and set_aside_at is null order by 2, 1`,
    [side.practice.practiceId, accountOf(side, view)],
  );
  return rows.map(({ kind, minute }) => `${minute} ${kind}`);
}

/**
 * Waits until nothing is left to be sent to one of the two, and counts what the mail server took for them. A letter from days
 * that the clock leapt over goes out no more.
 */
export async function arrivedFor(side: Side, view: View, now: Date): Promise<number> {
  const { pool, server } = side.world;
  const ends = Date.now() + 120_000;
  const account = accountOf(side, view);
  for (;;) {
    const { rows } = await pool.query(
      "select 1 from outbox_letter where practice_id = $1 and account_id = $2 and created_at > $3 and sent_at is null and set_aside_at is null",
      [side.practice.practiceId, account, new Date(now.getTime() - LETTER_DAYS * 86_400_000)],
    );
    if (rows.length === 0) break;
    if (Date.now() > ends) throw new Error("a letter was not sent");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const { rows } = await pool.query<{ email: string }>("select email from account where id = $1", [account]);
  return lettersTo(server.mailDir, rows[0]?.email ?? "").length;
}
