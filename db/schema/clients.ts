import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { account } from "./identity";
import { doorReads, instant, tenantId, tenantRules } from "./tenant";

/** A person in therapy, or the partner of one who is linked. Signs in through the account. */
export const client = pgTable(
  "client",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    therapistId: uuid("therapist_id").notNull(),
    recordNumber: integer("record_number").notNull(),
    pronouns: text("pronouns"),
    /** A first name for a partner who has no portal; nothing else is kept of that person. */
    partnerName: text("partner_name"),
    zone: text("zone").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Kept in the transaction of each write a client makes, so that a caseload never counts rows. */
    lastActivityAt: instant("last_activity_at"),
    lastActivity: text("last_activity", {
      enum: ["connection", "exercise", "assessment", "message", "accepted", "safety"],
    }),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.therapistId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.createdBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("client_account_once").on(t.practiceId, t.accountId),
    uniqueIndex("client_record_once").on(t.practiceId, t.recordNumber),
    index("client_therapist").on(t.practiceId, t.therapistId),
    doorReads(),
  ],
);

/**
 * The country in which a client can be helped, as somebody asked them; null: nobody knows it. The newest row counts.
 * Sealed: the local police and ambulance in full, for a therapist elsewhere.
 */
export const clientRegion = pgTable(
  "client_region",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    region: text("region"),
    numbersSealed: text("numbers_sealed"),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    check("client_region_code", sql`${t.region} ~ '^[A-Z]{2}$'`),
    index("client_region_newest").on(t.practiceId, t.clientId, t.setAt.desc()),
  ],
);
export const clientRegionNumbers = sealedColumn("client_region", "numbers");

/** Two clients who do the protocol with each other. What either may see of the other is in share_decision. */
export const couple = pgTable(
  "couple",
  {
    ...tenantId(),
    firstClientId: uuid("first_client_id").notNull(),
    secondClientId: uuid("second_client_id").notNull(),
    linkedBy: uuid("linked_by").notNull(),
    linkedAt: instant("linked_at").notNull(),
    /** The one clinician who reaches both and alone opens, closes and ends. */
    leadId: uuid("lead_id").notNull(),
    /** In whose days the two live together: the practice's when they were linked. It is neither person's, and never moves. */
    zone: text("zone").notNull(),
    /** The day of the one check that no phase asks for, drawn when the two were linked. */
    drawnCheckOn: date("drawn_check_on", { mode: "string" }).notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
    endReasonSealed: text("end_reason_sealed"),
    /** The day agreed with each alone on which what they can see of the link changes. */
    endShownOn: date("end_shown_on", { mode: "string" }),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.firstClientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.secondClientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.linkedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.endedBy], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.leadId], foreignColumns: [account.practiceId, account.id] }),
    index("couple_first").on(t.practiceId, t.firstClientId),
    index("couple_second").on(t.practiceId, t.secondClientId),
    uniqueIndex("couple_first_once").on(t.practiceId, t.firstClientId).where(sql`${t.endedAt} is null`),
    uniqueIndex("couple_second_once").on(t.practiceId, t.secondClientId).where(sql`${t.endedAt} is null`),
    check("couple_of_two", sql`${t.firstClientId} <> ${t.secondClientId}`),
  ],
);

export const coupleEndReason = sealedColumn("couple", "end_reason");

/** Agreement to a version of the consent text, or its withdrawal. Rows are only added. */
export const consent = pgTable(
  "consent",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    document: text("document").notNull(),
    version: integer("version").notNull(),
    /** Of the practice’s limits of confidentiality that stood there; null before they did. */
    limitsVersion: integer("limits_version"),
    decision: text("decision", { enum: ["agreed", "withdrawn"] }).notNull(),
    decidedAt: instant("decided_at").notNull(),
    /** Decided while that held for sharing at once: what was taken back then stays back in the middle of a practice week. */
    heldAtOnce: boolean("held_at_once").notNull().default(false),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    index("consent_client").on(t.practiceId, t.clientId, t.decidedAt.desc()),
    doorReads(),
  ],
);

/**
 * The practice's own words in the agreement, version by version: the limits of confidentiality, and what else it wants to have
 * agreed. Version 0 is what ships. A published version never changes.
 */
export const confidentialityLimits = pgTable(
  "confidentiality_limits",
  {
    ...tenantId(),
    version: integer("version").notNull(),
    words: text("words").notNull(),
    additions: text("additions"),
    /** Whoever agreed to an earlier version is asked again before anything else. */
    asksAgain: boolean("asks_again").notNull().default(false),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.setBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("confidentiality_limits_once").on(t.practiceId, t.version),
    doorReads(),
  ],
);

/** What the next version is to say. The newest row counts, until a version is published after it; without words it was dropped. */
export const limitsDraft = pgTable(
  "limits_draft",
  {
    ...tenantId(),
    words: text("words"),
    additions: text("additions"),
    savedBy: uuid("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.savedBy], foreignColumns: [account.practiceId, account.id] }),
    index("limits_draft_newest").on(t.practiceId, t.savedAt.desc()),
  ],
);
