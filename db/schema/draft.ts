import { foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
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

const beforeDrafts = sealedColumn("exercise_draft", "content", (row: { clientId: string; name: string }) =>
  [row.clientId, row.name].join("/"),
);

/** The version of words that were begun before there was one kind of draft: they stay as they were sealed until the next key. */
export const SEALED_BEFORE = -1;

export const openBefore = (
  sealed: string,
  row: { practiceId: string; clientId: string; key: string; isOwn: boolean },
) => beforeDrafts.open(sealed, { ...row, name: row.isOwn ? `${row.key}/own` : row.key });

/** What a record of a client said before the client corrected it. Rows are only added. */
export const correction = pgTable(
  "correction",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    about: text("about", { enum: ["connection-check", "exercise-attempt", "distance-move"] }).notNull(),
    aboutId: uuid("about_id").notNull(),
    beforeSealed: text("before_sealed").notNull(),
    correctedAt: instant("corrected_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("correction_about").on(t.practiceId, t.about, t.aboutId, t.correctedAt.desc()),
  ],
);

export const correctionBefore = sealedColumn("correction", "before");
