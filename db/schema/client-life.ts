import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { clientStepKinds } from "@/lib/clients/client-step";
import { correctedFieldNames } from "@/lib/clients/correction";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** One fact of a client's record that was put right: what stood there, what stands there now, by whom and why. */
export const clientCorrection = pgTable(
  "client_correction",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    field: text("field", { enum: correctedFieldNames }).notNull(),
    beforeSealed: text("before_sealed"),
    afterSealed: text("after_sealed"),
    reasonSealed: text("reason_sealed"),
    correctedBy: uuid("corrected_by").notNull(),
    correctedAt: instant("corrected_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.correctedBy], foreignColumns: [account.practiceId, account.id] }),
    index("client_correction_client").on(t.practiceId, t.clientId, t.correctedAt.desc()),
  ],
);
export const clientCorrectionBefore = sealedColumn("client_correction", "before");
export const clientCorrectionAfter = sealedColumn("client_correction", "after");
export const clientCorrectionReason = sealedColumn("client_correction", "reason");

/**
 * Another address for somebody who signs in already, until they confirm it. Its id is that of its one-time link, which is
 * removed when it is over: that the address changed is then a correction, and this row says who asked.
 */
export const addressChange = pgTable(
  "address_change",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    /** In small letters, and plain: the worker, which has no key, writes to it. */
    email: text("email").notNull(),
    /** Whether the address before is told that it is no longer used. */
    tellsOld: boolean("tells_old").notNull(),
    reasonSealed: text("reason_sealed").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.askedBy], foreignColumns: [account.practiceId, account.id] }),
    index("address_change_client").on(t.practiceId, t.clientId, t.askedAt.desc()),
  ],
);
export const addressChangeReason = sealedColumn("address_change", "reason");

/** A client handed over to another therapist. The newest says who it is now, as does the client's own row. */
export const clientTransfer = pgTable(
  "client_transfer",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    reasonSealed: text("reason_sealed").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    ...[t.fromId, t.toId, t.decidedBy].map((person) =>
      foreignKey({ columns: [t.practiceId, person], foreignColumns: [account.practiceId, account.id] }),
    ),
    index("client_transfer_client").on(t.practiceId, t.clientId, t.decidedAt.desc()),
  ],
);
export const clientTransferReason = sealedColumn("client_transfer", "reason");

/** What begins, ends and is taken back between a client and the practice. Rows are only added; what stands is folded from them. */
export const clientStep = pgTable(
  "client_step",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    kind: text("kind", { enum: clientStepKinds }).notNull(),
    /** Null for who was erased: a reason would tell of them. */
    reasonSealed: text("reason_sealed"),
    /** What the client reads in the portal after a discharge. */
    goodbyeSealed: text("goodbye_sealed"),
    /** The last day on which a discharged client can read their pages; null: the portal closed with the discharge. */
    readableUntil: date("readable_until", { mode: "string" }),
    /** The record of the same person that stays: of a merge, and of what took it back. */
    intoId: uuid("into_id"),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.intoId], foreignColumns: [client.practiceId, client.id] }),
    index("client_step_client").on(t.practiceId, t.clientId, t.decidedAt.desc()),
    index("client_step_into").on(t.practiceId, t.intoId).where(sql`${t.intoId} is not null`),
    check("client_step_merged_into", sql`${t.kind} <> 'merged' or ${t.intoId} is not null`),
    check("client_step_not_itself", sql`${t.intoId} <> ${t.clientId}`),
  ],
);
export const clientStepReason = sealedColumn("client_step", "reason");
export const clientStepGoodbye = sealedColumn("client_step", "goodbye");
