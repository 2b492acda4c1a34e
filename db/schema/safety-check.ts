import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { assessment } from "./assessments";
import { client, couple } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/**
 * One asking of the safety questions: of a client, or of both of a couple in one transaction. Asking is what closes
 * joint steps; what is answered, and whether, changes nobody's pages.
 */
export const safetyCheck = pgTable(
  "safety_check",
  {
    ...tenantId(),
    /** The couple that is asked together; null for a client without a linked partner. */
    coupleId: uuid("couple_id"),
    /** `first`: at enrolment. `phase`, `drawn`, `renewal`: by the calendar. `extra`: by a clinician. `carried`: open before checks were kept. */
    kind: text("kind", { enum: ["first", "phase", "drawn", "extra", "renewal", "carried"] }).notNull(),
    /** Null when the calendar asked. */
    askedBy: uuid("asked_by"),
    askedAt: instant("asked_at").notNull(),
    /** From when a linked couple lives in own steps, until the next practice week begins; null for one person. */
    ownFrom: instant("own_from"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.coupleId], foreignColumns: [couple.practiceId, couple.id] }),
    foreignKey({ columns: [t.practiceId, t.askedBy], foreignColumns: [account.practiceId, account.id] }),
    index("safety_check_couple").on(t.practiceId, t.coupleId, t.askedAt.desc()),
    check("safety_check_own_days", sql`${t.ownFrom} is null or ${t.coupleId} is not null`),
  ],
);

/** Who is asked, and the card on that person's pages: an assessment that stays until its last day, answered or not. */
export const safetyCheckMember = pgTable(
  "safety_check_member",
  {
    ...tenantId(),
    checkId: uuid("check_id").notNull(),
    clientId: uuid("client_id").notNull(),
    assessmentId: uuid("assessment_id").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.checkId], foreignColumns: [safetyCheck.practiceId, safetyCheck.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    uniqueIndex("safety_check_member_once").on(t.practiceId, t.checkId, t.clientId),
    uniqueIndex("safety_check_member_card").on(t.practiceId, t.assessmentId),
    index("safety_check_member_client").on(t.practiceId, t.clientId),
  ],
);

/**
 * What a clinician chose for joint steps after a stop outside a check. `now`: own steps for both at once. `unchanged`:
 * joint tasks stay until a named day; touch and disclosure never run beyond the practice week of the stop.
 * No row, or `next-week`: own steps for both from the next practice week.
 */
export const stopChoice = pgTable(
  "stop_choice",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    coupleId: uuid("couple_id"),
    choice: text("choice", { enum: ["now", "next-week", "unchanged"] }).notNull(),
    /** The last day of `unchanged`. */
    unchangedUntil: date("unchanged_until", { mode: "string" }),
    /** Why, and what the person wished, in the clinician's words. */
    reasonSealed: text("reason_sealed"),
    wishSealed: text("wish_sealed"),
    chosenBy: uuid("chosen_by").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.coupleId], foreignColumns: [couple.practiceId, couple.id] }),
    foreignKey({ columns: [t.practiceId, t.chosenBy], foreignColumns: [account.practiceId, account.id] }),
    index("stop_choice_client").on(t.practiceId, t.clientId, t.chosenAt.desc()),
    index("stop_choice_couple").on(t.practiceId, t.coupleId, t.chosenAt.desc()),
    check("stop_choice_until", sql`(${t.choice} = 'unchanged') = (${t.unchangedUntil} is not null)`),
    check(
      "stop_choice_reason",
      sql`${t.choice} <> 'unchanged' or (${t.reasonSealed} is not null and ${t.wishSealed} is not null)`,
    ),
  ],
);

export const stopChoiceReason = sealedColumn("stop_choice", "reason");
export const stopChoiceWish = sealedColumn("stop_choice", "wish");

/** Days on which a stop kept somebody's path in its week, before a stop did so no longer. Kept so that no earlier week moves. */
export const pathHold = pgTable(
  "path_hold",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    heldFrom: date("held_from", { mode: "string" }).notNull(),
    /** The first day that is free again. */
    heldUntil: date("held_until", { mode: "string" }).notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("path_hold_client").on(t.practiceId, t.clientId),
  ],
);
