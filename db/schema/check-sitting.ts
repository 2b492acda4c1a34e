import { boolean, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { assessment } from "./assessments";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** One opening of a card with safety questions, from the door (“are you somewhere private?”) on. None shows another’s answers. */
export const checkSitting = pgTable(
  "check_sitting",
  {
    ...tenantId(),
    assessmentId: uuid("assessment_id").notNull(),
    clientId: uuid("client_id").notNull(),
    wasPrivate: boolean("was_private").notNull(),
    beganAt: instant("began_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.assessmentId], foreignColumns: [assessment.practiceId, assessment.id] }),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("check_sitting_assessment").on(t.practiceId, t.assessmentId, t.beganAt),
    index("check_sitting_client").on(t.practiceId, t.clientId),
  ],
);

/** Every answer that was given, in order; one that was changed or taken back stays. Rows are only added. */
export const checkAnswer = pgTable(
  "check_answer",
  {
    ...tenantId(),
    sittingId: uuid("sitting_id").notNull(),
    /** Its place among the answers of the sitting, from 1. */
    number: integer("number").notNull(),
    itemId: text("item_id").notNull(),
    form: text("form", { enum: ["now", "wished"] }).notNull(),
    /** JSON of the answer; null: left out. */
    valueSealed: text("value_sealed"),
    /** Words of the person's own, which somebody has to read before anything is cleared. */
    isWords: boolean("is_words").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.sittingId], foreignColumns: [checkSitting.practiceId, checkSitting.id] }),
    uniqueIndex("check_answer_number").on(t.practiceId, t.sittingId, t.number),
  ],
);

export const checkAnswerValue = sealedColumn("check_answer", "value");

/** Who read words of a check, and when. Rows are only added. */
export const checkWordsRead = pgTable(
  "check_words_read",
  {
    ...tenantId(),
    answerId: uuid("answer_id").notNull(),
    readBy: uuid("read_by").notNull(),
    readAt: instant("read_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.answerId], foreignColumns: [checkAnswer.practiceId, checkAnswer.id] }),
    foreignKey({ columns: [t.practiceId, t.readBy], foreignColumns: [account.practiceId, account.id] }),
    index("check_words_read_answer").on(t.practiceId, t.answerId),
  ],
);
