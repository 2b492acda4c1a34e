import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { connectionCheck } from "./connection";
import { distanceMove, exerciseAttempt } from "./exercises";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** What one account has written at one place and not sent yet, with the other texts of theirs that stand beside it. */
export const draft = pgTable(
  "draft",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    place: text("place").notNull(),
    version: integer("version").notNull(),
    contentSealed: text("content_sealed").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("draft_once").on(t.practiceId, t.accountId, t.place),
  ],
);

type DraftRow = { accountId: string; place: string };

/** One draft for a person and a place, so its words are bound to both. */
export const draftContent = sealedColumn("draft", "content", (row: DraftRow) => `${row.accountId}/${row.place}`);

/** The table is gone; its name is part of what its words were sealed with. */
const beforeDrafts = sealedColumn("exercise_draft", "content", (row: { clientId: string; name: string }) =>
  [row.clientId, row.name].join("/"),
);

/** The version of words that were begun before there was one kind of draft: they stay as they were sealed until the next key. */
export const SEALED_BEFORE = -1;

type RowBefore = { practiceId: string; clientId: string; key: string; isOwn: boolean };
const namedBefore = (row: RowBefore) => ({ ...row, name: row.isOwn ? `${row.key}/own` : row.key });

export const openBefore = (sealed: string, row: RowBefore) => beforeDrafts.open(sealed, namedBefore(row));

/** For another key alone: what is written today is kept as `draftContent`. */
export const sealBefore = (words: string, row: RowBefore) => beforeDrafts.seal(words, namedBefore(row));

/**
 * What a record of a client said before the client corrected it, as it stood, sealed words still sealed. A trigger of the three
 * tables writes it with every change (db/migrations): no change of theirs leaves it out. Rows are only added.
 */
export const correction = pgTable(
  "correction",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    checkId: uuid("check_id"),
    attemptId: uuid("attempt_id"),
    moveId: uuid("move_id"),
    before: jsonb("before").notNull(),
    correctedAt: instant("corrected_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({
      columns: [t.practiceId, t.checkId],
      foreignColumns: [connectionCheck.practiceId, connectionCheck.id],
    }),
    foreignKey({
      columns: [t.practiceId, t.attemptId],
      foreignColumns: [exerciseAttempt.practiceId, exerciseAttempt.id],
    }),
    foreignKey({ columns: [t.practiceId, t.moveId], foreignColumns: [distanceMove.practiceId, distanceMove.id] }),
    index("correction_client").on(t.practiceId, t.clientId, t.correctedAt.desc()),
    check("correction_of_one", sql`num_nonnulls(${t.checkId}, ${t.attemptId}, ${t.moveId}) = 1`),
  ],
);
