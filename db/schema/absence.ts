import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/**
 * Days on which a colleague is away, in their own zone, and who stands in: a colleague, somebody outside who gets no
 * access, or nobody. An absence is ended, never changed.
 */
export const staffAbsence = pgTable(
  "staff_absence",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    fromDay: date("from_day", { mode: "string" }).notNull(),
    /** The last day away. */
    untilDay: date("until_day", { mode: "string" }).notNull(),
    /** A colleague who reads the clients in these days and is asked about safety. */
    coverId: uuid("cover_id"),
    /** Somebody outside the practice: name and phone are shown to clients, letters hold a record number alone. */
    outsideName: text("outside_name"),
    outsidePhone: text("outside_phone"),
    outsideEmail: text("outside_email"),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.coverId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.endedBy], foreignColumns: [account.practiceId, account.id] }),
    index("staff_absence_account").on(t.practiceId, t.accountId, t.fromDay),
    index("staff_absence_cover").on(t.practiceId, t.coverId),
    check("staff_absence_days", sql`${t.fromDay} <= ${t.untilDay}`),
    check("staff_absence_one_cover", sql`${t.coverId} is null or ${t.outsideName} is null`),
    check("staff_absence_outside", sql`(${t.outsideName} is null) = (${t.outsidePhone} is null)`),
    check("staff_absence_not_self", sql`${t.coverId} is distinct from ${t.accountId}`),
  ],
);

/** When a colleague works, as a `WorkingHours` of lib/identity/working-hours.ts. The newest counts. */
export const workingHours = pgTable(
  "working_hours",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    hours: jsonb("hours").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    index("working_hours_account").on(t.practiceId, t.accountId, t.setAt.desc()),
  ],
);
