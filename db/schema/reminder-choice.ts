import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { client } from "./clients";
import { instant, tenantId, tenantRules } from "./tenant";

/** When a client wants to be reminded, by the hour of their own clock. Rows are only added; the newest counts, none: never. */
export const reminderChoice = pgTable(
  "reminder_choice",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    exerciseHour: smallint("exercise_hour"),
    checkHour: smallint("check_hour"),
    quietFrom: smallint("quiet_from"),
    quietTo: smallint("quiet_to"),
    /** "Not this week": the client's day on which reminders come back. */
    restUntil: date("rest_until", { mode: "string" }),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("reminder_choice_client").on(t.practiceId, t.clientId, t.chosenAt.desc()),
    check(
      "reminder_choice_hours",
      sql`coalesce(${t.exerciseHour}, 0) between 0 and 23 and coalesce(${t.checkHour}, 0) between 0 and 23
        and coalesce(${t.quietFrom}, 0) between 0 and 23 and coalesce(${t.quietTo}, 0) between 0 and 23`,
    ),
    check("reminder_choice_quiet", sql`(${t.quietFrom} is null) = (${t.quietTo} is null)`),
  ],
);
