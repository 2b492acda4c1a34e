import { type AnyColumn, and, isNull, lte, type SQL, sql } from "drizzle-orm";
import { message } from "@/db/schema/messages";
import { arrivedBy } from "@/lib/messages/hold";

type Row = { sentAt: AnyColumn; takenBackAt: AnyColumn };

/** Whether a message has reached the other side: it was not taken back, and can no longer be. */
export const hasArrived = (now: Date): SQL | undefined =>
  and(isNull(message.takenBackAt), lte(message.sentAt, arrivedBy(now)));

/** The same inside of a statement that says its tables by itself. */
export const hasArrivedIn = (row: Row, now: Date): SQL =>
  sql`(${row.takenBackAt} is null and ${row.sentAt} <= ${arrivedBy(now).toISOString()}::timestamptz)`;
