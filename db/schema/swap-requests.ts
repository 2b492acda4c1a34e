import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { enrolment, enrolmentDecision } from "./protocol";
import { instant, tenantId, tenantRules } from "./tenant";

/** A client's wish for another exercise. Nothing on the path changes by it. */
export const swapRequest = pgTable(
  "swap_request",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    enrolmentId: uuid("enrolment_id").notNull(),
    exerciseKey: text("exercise_key").notNull(),
    wordsSealed: text("words_sealed"),
    /** The client's local date. */
    askedOn: date("asked_on", { mode: "string" }).notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.enrolmentId], foreignColumns: [enrolment.practiceId, enrolment.id] }),
    index("swap_request_enrolment").on(t.practiceId, t.enrolmentId, t.askedAt),
  ],
);

export const swapRequestWords = sealedColumn("swap_request", "words");

/**
 * What came of a wish: a decision about that exercise, a no in words, or the client took it back. A wish whose decision
 * was undone is open once more, so it may have several answers.
 */
export const swapAnswer = pgTable(
  "swap_answer",
  {
    ...tenantId(),
    requestId: uuid("request_id").notNull(),
    kind: text("kind", { enum: ["decided", "declined", "taken-back"] }).notNull(),
    decisionId: uuid("decision_id"),
    /** What the client reads about a no. */
    wordsSealed: text("words_sealed"),
    answeredBy: uuid("answered_by").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.requestId], foreignColumns: [swapRequest.practiceId, swapRequest.id] }),
    foreignKey({
      columns: [t.practiceId, t.decisionId],
      foreignColumns: [enrolmentDecision.practiceId, enrolmentDecision.id],
    }),
    foreignKey({ columns: [t.practiceId, t.answeredBy], foreignColumns: [account.practiceId, account.id] }),
    index("swap_answer_request").on(t.practiceId, t.requestId, t.answeredAt),
    check(
      "swap_answer_kind",
      sql`(${t.kind} = 'decided') = (${t.decisionId} is not null) and (${t.kind} = 'declined') = (${t.wordsSealed} is not null)`,
    ),
  ],
);

export const swapAnswerWords = sealedColumn("swap_answer", "words");
