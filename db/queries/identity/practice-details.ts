import { desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { account, practice } from "@/db/schema/identity";
import { practiceDetail } from "@/db/schema/practice-details";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { changedDetails, type PracticeDetails } from "@/lib/identity/practice-details";
import { type WorkingHours, workingHoursSchema } from "@/lib/identity/working-hours";
import { authorize } from "@/lib/policy";

const detail = alias(practiceDetail, "d");

/** The hours of the practice as it said them last, or null, as a column of a statement about that practice. */
export const practiceHours = qualified<unknown>`(select ${detail.hours} from ${practiceDetail} ${detail}
  where ${detail.practiceId} = ${practice.practiceId} order by ${detail.setAt} desc, ${detail.id} desc limit 1)`;

/** Hours as they stand in a row; what does not read as hours is none. */
export const readHours = (stored: unknown): WorkingHours | null => workingHoursSchema.safeParse(stored).data ?? null;

/** Name, zone and hours as they stand. */
export async function practiceDetailsOf({ actor, tx }: Scope): Promise<PracticeDetails> {
  const [row] = await tx
    .select({ name: practice.name, zone: practice.zone, hours: practiceHours })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId));
  if (!row) throw new NotFound();
  return { ...row, hours: readHours(row.hours) };
}

export type PracticePageView = PracticeDetails & { changes: { id: string; by: string; at: Date; said: string[] }[] };

const SHOWN_CHANGES = 10;

/** The same for the page on which it is said, with who changed what last. */
export async function getPracticeDetails(scope: Scope<StaffActor>): Promise<PracticePageView> {
  const { actor, tx } = scope;
  authorize(actor, "practice.settings");
  const { details, rows } = await atOnce({
    details: practiceDetailsOf(scope),
    rows: tx
      .select({
        id: practiceDetail.id,
        by: account.name,
        at: sql<Date>`${practiceDetail.setAt}`.mapWith(practiceDetail.setAt),
        name: practiceDetail.name,
        zone: practiceDetail.zone,
        hours: practiceDetail.hours,
      })
      .from(practiceDetail)
      .innerJoin(
        account,
        sql`${account.practiceId} = ${practiceDetail.practiceId} and ${account.id} = ${practiceDetail.setBy}`,
      )
      .where(eq(practiceDetail.practiceId, actor.practiceId))
      .orderBy(desc(practiceDetail.setAt), desc(practiceDetail.id))
      .limit(SHOWN_CHANGES + 1),
  });
  const read = rows.map((row) => ({ ...row, hours: readHours(row.hours) }));
  const changes = read.flatMap((row, i) => {
    const before = read[i + 1];
    return before ? [{ id: row.id, by: row.by, at: row.at, said: changedDetails(before, row) }] : [];
  });
  return { ...details, changes };
}
