import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { proposalKeys } from "@/lib/safety/proposals";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account, practice } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A practice's own words for a proposal of the safety panel. The newest per key counts; null gives the shipped words back. */
export const proposalText = pgTable(
  "proposal_text",
  {
    ...tenantId(),
    key: text("key", { enum: proposalKeys }).notNull(),
    title: text("title"),
    words: text("words"),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    check("proposal_text_whole", sql`(${t.title} is null) = (${t.words} is null)`),
    index("proposal_text_newest").on(t.practiceId, t.key, t.setAt.desc()),
  ],
);

/** That a proposal was offered to a client, by whom and when. Rows are only added. */
export const proposalUse = pgTable(
  "proposal_use",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    key: text("key", { enum: proposalKeys }).notNull(),
    /** The practice's own words that stood there; null for those that ship. */
    textId: uuid("text_id"),
    noteSealed: text("note_sealed"),
    offeredBy: uuid("offered_by").notNull(),
    offeredAt: instant("offered_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.textId], foreignColumns: [proposalText.practiceId, proposalText.id] }),
    foreignKey({ columns: [t.practiceId, t.offeredBy], foreignColumns: [account.practiceId, account.id] }),
    index("proposal_use_client").on(t.practiceId, t.clientId, t.offeredAt.desc()),
  ],
);

export const proposalUseNote = sealedColumn("proposal_use", "note");
