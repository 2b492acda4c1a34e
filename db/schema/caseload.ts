import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  type ExtraConfigColumn,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { NO_SESSION, stages } from "@/lib/caseload/place";
import { attentionLevels } from "@/lib/signals/kinds";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

const inBytes = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * Where a client stands on the caseload: what its pages are ordered, counted and filtered by. Written with the signals, and
 * true until `good_until`; a trigger makes the first row with the client, so that nobody is on no list. Where a signal tells
 * of the partner as well there is a second row, for who reads both.
 */
export const caseloadRow = pgTable(
  "caseload_row",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    therapistId: uuid("therapist_id").notNull(),
    /** For who reads both of two. */
    isBoth: boolean("is_both").notNull(),
    /** Who reads both finds this client by that row, and not by this one. */
    hasBoth: boolean("has_both").notNull(),
    /** False for who was discharged, or is no partner any more. */
    isListed: boolean("is_listed").notNull(),
    level: text("level", { enum: attentionLevels }).notNull(),
    stage: text("stage", { enum: stages }).notNull(),
    phase: smallint("phase").notNull(),
    lettersUnasked: boolean("letters_unasked").notNull(),
    tier: smallint("tier").notNull(),
    rank: integer("rank").notNull(),
    weekKey: integer("week_key").notNull(),
    activityKey: bigint("activity_key", { mode: "number" }).notNull(),
    dueKey: integer("due_key").notNull(),
    sessionKey: bigint("session_key", { mode: "number" }).notNull().default(NO_SESSION),
    /** The name without case and accents, ordered by its bytes. */
    nameKey: inBytes("name_key").notNull(),
    goodUntil: instant("good_until").notNull(),
    /** By which edition of what is kept: an older one is not trusted. */
    edition: smallint("edition").notNull().default(0),
  },
  (t) => {
    const listed = (name: string, ...key: ExtraConfigColumn[]) =>
      index(name)
        .on(t.practiceId, t.tier, ...key, t.nameKey, t.clientId)
        .where(sql`${t.isListed}`);
    return [
      ...tenantRules(t),
      foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
      foreignKey({ columns: [t.practiceId, t.therapistId], foreignColumns: [account.practiceId, account.id] }),
      uniqueIndex("caseload_row_once").on(t.practiceId, t.clientId, t.isBoth),
      listed("caseload_row_attention", t.rank),
      listed("caseload_row_name"),
      listed("caseload_row_week", t.weekKey),
      listed("caseload_row_activity", t.activityKey),
      listed("caseload_row_due", t.dueKey),
      listed("caseload_row_session", t.sessionKey),
      index("caseload_row_letters")
        .on(t.practiceId, t.tier, t.rank, t.nameKey, t.clientId)
        .where(sql`${t.isListed} and ${t.lettersUnasked}`),
      index("caseload_row_therapist").on(t.practiceId, t.therapistId, t.tier, t.rank, t.nameKey, t.clientId),
      index("caseload_row_old").on(t.practiceId, t.edition, t.goodUntil),
    ];
  },
);

/** A look of the caseload that a member of staff gave a name. What was searched for is not in it: that may be somebody's name. */
export const caseloadLook = pgTable(
  "caseload_look",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    nameSealed: text("name_sealed").notNull(),
    /** Filters, order and columns, as the address has them. */
    query: text("query").notNull(),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    index("caseload_look_own").on(t.practiceId, t.accountId, t.keptAt),
  ],
);

export const caseloadLookName = sealedColumn("caseload_look", "name");
