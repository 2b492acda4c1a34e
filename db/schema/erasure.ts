import { boolean, date, foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { erasureStepKinds } from "@/lib/clients/erasure";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** That somebody asked to be erased, took it back, or was answered. Rows are only added; what stands is folded from them. */
export const erasureStep = pgTable(
  "erasure_step",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    kind: text("kind", { enum: erasureStepKinds }).notNull(),
    /** The talk alone that an answer rests on. */
    talkOn: date("talk_on", { mode: "string" }),
    talkWay: text("talk_way", { enum: ["in-person", "phone", "video"] }),
    talkUnheard: boolean("talk_unheard"),
    /** Null where the client did it, who owes no reason. */
    reasonSealed: text("reason_sealed"),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("erasure_step_client").on(t.practiceId, t.clientId, t.decidedAt.desc()),
  ],
);
export const erasureStepReason = sealedColumn("erasure_step", "reason");

/** A reason for which the record may not be erased, or the end of one (`endsId`). */
export const legalHold = pgTable(
  "legal_hold",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    endsId: uuid("ends_id"),
    reasonSealed: text("reason_sealed").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.endsId], foreignColumns: [t.practiceId, t.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("legal_hold_client").on(t.practiceId, t.clientId, t.decidedAt),
  ],
);
export const legalHoldReason = sealedColumn("legal_hold", "reason");

/** For how many years entries about safety are kept after the newest of them. The newest row counts. */
export const retentionRule = pgTable(
  "retention_rule",
  {
    ...tenantId(),
    years: integer("years").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    index("retention_rule_newest").on(t.practiceId, t.setAt.desc()),
  ],
);

/** That a record was erased, and how much of what: counts by table, which belong to nobody any more. */
export const erasure = pgTable(
  "erasure",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    /** Everything, or everything but what is about safety and kept for a time; and later that too. */
    what: text("what", { enum: ["person", "safety"] }).notNull(),
    counts: jsonb("counts").$type<Record<string, number>>().notNull(),
    erasedAt: instant("erased_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("erasure_client").on(t.practiceId, t.clientId),
  ],
);
