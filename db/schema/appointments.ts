import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { causes, stepKinds } from "@/lib/appointments/appointment";
import { sealedColumn } from "../sealed";
import { client, couple } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A session (`session` is a sign-in here) with one person or with a couple. All that can change of it stands in its steps. */
export const appointment = pgTable(
  "appointment",
  {
    ...tenantId(),
    clientId: uuid("client_id"),
    coupleId: uuid("couple_id"),
    bookedBy: uuid("booked_by").notNull(),
    bookedAt: instant("booked_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.coupleId], foreignColumns: [couple.practiceId, couple.id] }),
    foreignKey({ columns: [t.practiceId, t.bookedBy], foreignColumns: [account.practiceId, account.id] }),
    index("appointment_client").on(t.practiceId, t.clientId),
    index("appointment_couple").on(t.practiceId, t.coupleId),
    check("appointment_of_one", sql`(${t.clientId} is null) <> (${t.coupleId} is null)`),
  ],
);

/** What happened to a session, and when and where it is from then on. The newest counts. Rows are only added. */
export const appointmentStep = pgTable(
  "appointment_step",
  {
    ...tenantId(),
    appointmentId: uuid("appointment_id").notNull(),
    /** From 1, without a gap. */
    ordinal: smallint("ordinal").notNull(),
    kind: text("kind", { enum: stepKinds }).notNull(),
    startsAt: instant("starts_at").notNull(),
    minutes: smallint("minutes").notNull(),
    placeSealed: text("place_sealed"),
    /** False where it was agreed by word alone: no page of the client's shows it and no letter tells of it. */
    isListed: boolean("is_listed").notNull(),
    cause: text("cause", { enum: causes }),
    reasonSealed: text("reason_sealed"),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.appointmentId], foreignColumns: [appointment.practiceId, appointment.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("appointment_step_once").on(t.practiceId, t.appointmentId, t.ordinal),
    index("appointment_step_start").on(t.practiceId, t.startsAt),
    check("appointment_step_minutes", sql`${t.minutes} between 10 and 240`),
    check("appointment_step_cause", sql`(${t.kind} in ('missed', 'cancelled')) = (${t.cause} is not null)`),
  ],
);

export const appointmentStepPlace = sealedColumn("appointment_step", "place");
export const appointmentStepReason = sealedColumn("appointment_step", "reason");

/** A client asks for another time than the one that the step `ordinal` says. The next step answers it. */
export const appointmentWish = pgTable(
  "appointment_wish",
  {
    ...tenantId(),
    appointmentId: uuid("appointment_id").notNull(),
    clientId: uuid("client_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    wordsSealed: text("words_sealed"),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.appointmentId], foreignColumns: [appointment.practiceId, appointment.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("appointment_wish_of").on(t.practiceId, t.appointmentId, t.ordinal),
  ],
);

export const appointmentWishWords = sealedColumn("appointment_wish", "words");

/**
 * The secret address of somebody's calendar feed, of which only the hash is kept. The newest row of an account counts: a new
 * address ends the one before, and a row without a hash ends the feed.
 */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    tokenHash: text("token_hash"),
    /** What stands in the title of an entry. */
    titles: text("titles", { enum: ["initials", "nobody"] }).notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    index("calendar_feed_newest").on(t.practiceId, t.accountId, t.setAt.desc()),
  ],
);
