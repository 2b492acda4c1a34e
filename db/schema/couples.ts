import { boolean, foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { assessment } from "./assessments";
import { client, couple } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** One person's decision that their partner may see one item, or no longer. The newest row of an item counts. */
export const shareDecision = pgTable(
  "share_decision",
  {
    ...tenantId(),
    coupleId: uuid("couple_id").notNull(),
    /** Whose item it is. */
    clientId: uuid("client_id").notNull(),
    /** A key of lib/couples/share-items.ts, or in old rows one side of a dimension. */
    item: text("item").notNull(),
    decision: text("decision", { enum: ["shared", "withdrawn"] }).notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
    /** Of the time in which decisions did not wait for a practice week. */
    heldAtOnce: boolean("held_at_once").notNull().default(false),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.coupleId], foreignColumns: [couple.practiceId, couple.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("share_decision_newest").on(t.practiceId, t.coupleId, t.clientId, t.item, t.decidedAt.desc()),
  ],
);

/** A therapist's decision that both partners see one picture of what both share, or no longer. The newest row counts. */
export const coupleRelease = pgTable(
  "couple_release",
  {
    ...tenantId(),
    coupleId: uuid("couple_id").notNull(),
    decision: text("decision", { enum: ["released", "withdrawn"] }).notNull(),
    /** The two sittings and the items that were looked at before it was released; null when it is taken back. */
    firstAssessmentId: uuid("first_assessment_id"),
    secondAssessmentId: uuid("second_assessment_id"),
    items: jsonb("items").$type<string[]>().notNull(),
    wordsSealed: text("words_sealed"),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.coupleId], foreignColumns: [couple.practiceId, couple.id] }),
    foreignKey({
      columns: [t.practiceId, t.firstAssessmentId],
      foreignColumns: [assessment.practiceId, assessment.id],
    }),
    foreignKey({
      columns: [t.practiceId, t.secondAssessmentId],
      foreignColumns: [assessment.practiceId, assessment.id],
    }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("couple_release_newest").on(t.practiceId, t.coupleId, t.decidedAt.desc()),
  ],
);

export const coupleReleaseWords = sealedColumn("couple_release", "words");
