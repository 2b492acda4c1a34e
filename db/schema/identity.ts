import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { doorReads, doorRole, instant, tenantId, tenantPolicies, tenantRules } from "./tenant";

/** Off the wire it is bytes; beside other reads it comes as the text of them. */
export const bytea = customType<{ data: Buffer; driverData: Buffer | string }>({
  dataType: () => "bytea",
  fromDriver: (value) => (typeof value === "string" ? Buffer.from(value.slice(2), "hex") : value),
});
export const practice = pgTable(
  "practice",
  {
    practiceId: uuid("practice_id").notNull(),
    name: text("name").notNull(),
    country: text("country").notNull(),
    zone: text("zone").notNull(),
    isSample: boolean("is_sample").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId] }), ...tenantPolicies(t.practiceId), doorReads()],
);

/** One person in one practice. Unique e-mail in the installation: see the functional index. */
export const account = pgTable(
  "account",
  {
    ...tenantId(),
    role: text("role", { enum: ["owner", "supervisor", "therapist", "client"] }).notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    zone: text("zone").notNull(),
    passwordHash: text("password_hash"),
    passwordChangedAt: instant("password_changed_at"),
    /** Esc twice leaves a client's pages; some use Esc for something else. */
    leavesByEscape: boolean("leaves_by_escape").notNull().default(true),
    /** A client's own choice: words that were sent open only after the password. */
    isCareful: boolean("is_careful").notNull().default(false),
    /** The password was chosen with a code that staff made, and none since. */
    passwordByCode: boolean("password_by_code").notNull().default(false),
    /** For a client who agreed before the consent text said how to leave: Today says it once. */
    leavingUnread: boolean("leaving_unread").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId], foreignColumns: [practice.practiceId] }),
    uniqueIndex("account_email_once").on(sql`lower(${t.email})`),
    check("account_role", sql`${t.role} in ('owner', 'supervisor', 'therapist', 'client')`),
    doorReads(),
  ],
);

/** Access withdrawn and given back: the newest row of an account counts. No row: access stands. */
export const accessDecision = pgTable(
  "access_decision",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    decision: text("decision", { enum: ["withdrawn", "restored"] }).notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
    /** Null where an earlier version had kept it in plain words: those are gone. */
    reasonSealed: text("reason_sealed"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("access_decision_account").on(t.practiceId, t.accountId, t.decidedAt.desc()),
    doorReads(),
  ],
);

export const accessDecisionReason = sealedColumn("access_decision", "reason");

export const session = pgTable(
  "session",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    /** `factor_setup`: may only set up the second factor; `full`: everything the role may do. */
    stage: text("stage", { enum: ["factor_setup", "full"] }).notNull(),
    device: text("device").notNull(),
    /** The browser’s mark, as `known_device` has it: that it is new is told in every other one. */
    markHash: bytea("mark_hash"),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    idleSeconds: integer("idle_seconds").notNull(),
    endsAt: instant("ends_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedFor: text("revoked_for"),
    wordsOpenUntil: instant("words_open_until"),
    /** When the person last showed again who they are, within this sign-in. */
    provedAt: instant("proved_at"),
    /** Wrong tries since it locked itself: with the last one allowed the sign-in is over. */
    lockTries: integer("lock_tries").notNull().default(0),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("session_token_once").on(t.tokenHash),
    index("session_account").on(t.practiceId, t.accountId),
    doorReads(),
    pgPolicy("door_update", { for: "update", to: doorRole, using: sql`true`, withCheck: sql`true` }),
  ],
);

/** The step between password and code: five minutes, five tries. */
export const signInChallenge = pgTable(
  "sign_in_challenge",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    tries: integer("tries").notNull().default(0),
    usedAt: instant("used_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("sign_in_challenge_token_once").on(t.tokenHash),
    index("sign_in_challenge_account").on(t.practiceId, t.accountId),
    doorReads(),
  ],
);

export const totpFactor = pgTable(
  "totp_factor",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    seedSealed: text("seed_sealed").notNull(),
    createdAt: instant("created_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    removedAt: instant("removed_at"),
    /** The last 30-second step that was accepted: a code works once. */
    lastStep: bigint("last_step", { mode: "number" }),
    wrongCodes: integer("wrong_codes").notNull().default(0),
    lockedAt: instant("locked_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("totp_factor_one_active").on(t.practiceId, t.accountId).where(sql`${t.removedAt} is null`),
  ],
);

export const totpFactorSeed = sealedColumn("totp_factor", "seed");

export const recoveryCode = pgTable(
  "recovery_code",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    factorId: uuid("factor_id").notNull(),
    codeHash: bytea("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.factorId], foreignColumns: [totpFactor.practiceId, totpFactor.id] }),
    uniqueIndex("recovery_code_once").on(t.practiceId, t.accountId, t.codeHash),
  ],
);

/** Single-use links and codes, for as long as their commands say. Only hashes are kept; `mailedHash`: as a letter has it. */
export const oneTimeLink = pgTable(
  "one_time_link",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    purpose: text("purpose", {
      enum: ["address", "invitation", "password_reset", "session_code", "sign_in"],
    }).notNull(),
    tokenHash: bytea("token_hash").notNull(),
    mailedHash: bytea("mailed_hash"),
    createdBy: uuid("created_by"),
    createdAt: instant("created_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    usedAt: instant("used_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.createdBy], foreignColumns: [account.practiceId, account.id] }),
    uniqueIndex("one_time_link_token_once").on(t.tokenHash),
    uniqueIndex("one_time_link_mailed_once").on(t.mailedHash),
    index("one_time_link_account").on(t.practiceId, t.accountId, t.createdAt.desc()),
    doorReads(),
  ],
);

/** Which therapists a supervisor reads, and since when. */
export const supervision = pgTable(
  "supervision",
  {
    ...tenantId(),
    supervisorId: uuid("supervisor_id").notNull(),
    therapistId: uuid("therapist_id").notNull(),
    startedAt: instant("started_at").notNull(),
    startedBy: uuid("started_by").notNull(),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (t) => [
    ...tenantRules(t),
    ...[t.supervisorId, t.therapistId, t.startedBy, t.endedBy].map((person) =>
      foreignKey({ columns: [t.practiceId, person], foreignColumns: [account.practiceId, account.id] }),
    ),
    uniqueIndex("supervision_once").on(t.practiceId, t.supervisorId, t.therapistId).where(sql`${t.endedAt} is null`),
  ],
);
