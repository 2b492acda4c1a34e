import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { enrolment } from "./protocol";
import { instant, tenantId, tenantRules } from "./tenant";

export const exerciseAttempt = pgTable(
  "exercise_attempt",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    enrolmentId: uuid("enrolment_id").notNull(),
    exerciseKey: text("exercise_key").notNull(),
    /** With the partner, or as own steps. */
    form: text("form", { enum: ["shared", "own"] })
      .notNull()
      .default("shared"),
    localDate: date("local_date", { mode: "string" }).notNull(),
    outcome: text("outcome", { enum: ["done", "tried", "skipped"] }).notNull(),
    skipReason: text("skip_reason"),
    anxietyBefore: smallint("anxiety_before"),
    anxietyAfter: smallint("anxiety_after"),
    howItWent: smallint("how_it_went"),
    howHard: smallint("how_hard"),
    detailsSealed: text("details_sealed"),
    reflectionSealed: text("reflection_sealed"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.enrolmentId], foreignColumns: [enrolment.practiceId, enrolment.id] }),
    index("exercise_attempt_client").on(t.practiceId, t.clientId, t.localDate.desc()),
    check(
      "exercise_attempt_anxiety",
      sql`coalesce(${t.anxietyBefore}, 0) between 0 and 10 and coalesce(${t.anxietyAfter}, 0) between 0 and 10`,
    ),
    check("exercise_attempt_went", sql`coalesce(${t.howItWent}, 0) between 0 and 4`),
    check("exercise_attempt_hard", sql`coalesce(${t.howHard}, 0) between 0 and 4`),
    check("exercise_attempt_form", sql`${t.form} in ('shared', 'own')`),
  ],
);

export const exerciseAttemptDetails = sealedColumn("exercise_attempt", "details");
export const exerciseAttemptReflection = sealedColumn("exercise_attempt", "reflection");

/** The therapist's rating of how well an attempt was done, 0 to 4. The newest counts. */
export const attemptRating = pgTable(
  "attempt_rating",
  {
    ...tenantId(),
    attemptId: uuid("attempt_id").notNull(),
    rating: smallint("rating").notNull(),
    ratedBy: uuid("rated_by").notNull(),
    ratedAt: instant("rated_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      columns: [t.practiceId, t.attemptId],
      foreignColumns: [exerciseAttempt.practiceId, exerciseAttempt.id],
    }),
    foreignKey({ columns: [t.practiceId, t.ratedBy], foreignColumns: [account.practiceId, account.id] }),
    index("attempt_rating_attempt").on(t.practiceId, t.attemptId, t.ratedAt.desc()),
    check("attempt_rating_range", sql`${t.rating} between 0 and 4`),
  ],
);

/** That staff have read an attempt's reflection: who was first, and when. */
export const attemptSeen = pgTable(
  "attempt_seen",
  {
    ...tenantId(),
    attemptId: uuid("attempt_id").notNull(),
    seenBy: uuid("seen_by").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      columns: [t.practiceId, t.attemptId],
      foreignColumns: [exerciseAttempt.practiceId, exerciseAttempt.id],
    }),
    foreignKey({ columns: [t.practiceId, t.seenBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("attempt_seen_once").on(t.practiceId, t.attemptId),
  ],
);

/** A client's own choice to have no exercises on their pages for now, and to have them back. Rows are only added. */
export const exercisesAway = pgTable(
  "exercises_away",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    choice: text("choice", { enum: ["away", "back"] }).notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("exercises_away_client").on(t.practiceId, t.clientId, t.chosenAt.desc()),
  ],
);

/** A deactivating strategy the client noticed: noticing is the practice, so this is never a fault. */
export const distanceMove = pgTable(
  "distance_move",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    localDate: date("local_date", { mode: "string" }).notNull(),
    strategy: text("strategy", {
      enum: ["phantom_ex", "focusing_on_flaws", "lone_wolf", "withholding_affection"],
    }).notNull(),
    situationSealed: text("situation_sealed"),
    insteadSealed: text("instead_sealed"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("distance_move_client").on(t.practiceId, t.clientId, t.localDate.desc()),
  ],
);

export const distanceMoveSituation = sealedColumn("distance_move", "situation");
export const distanceMoveInstead = sealedColumn("distance_move", "instead");
