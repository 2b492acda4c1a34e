import { sql } from "drizzle-orm";
import { boolean, date, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { letterKinds } from "@/lib/messages/letter-kinds";
import { letterGroups } from "@/lib/messages/letter-timing";
import { staffAbsence } from "./absence";
import { account } from "./identity";
import { doorReads, instant, tenantId, tenantRules } from "./tenant";

/**
 * A letter that says that something waits in Nearer, and nothing of what. It is written in the transaction of what
 * it is about; the worker claims it before sending. The address is looked up when it is sent.
 */
export const outboxLetter = pgTable(
  "outbox_letter",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    /** What it is about, and the row of that. */
    aboutKind: text("about_kind", { enum: letterKinds }).notNull(),
    aboutId: uuid("about_id").notNull(),
    /** The person's day, where a day has one letter of its own. */
    aboutOn: date("about_on", { mode: "string" }),
    /** As it was said before the three above; written no longer. */
    occasion: text("occasion"),
    /** About somebody's safety: where nobody knows whether it went out it goes again, because lost is worse than twice. */
    urgent: boolean("urgent").notNull().default(false),
    /** To whoever stands in from outside, instead of the account: nothing but this number of a record is told. */
    absenceId: uuid("absence_id"),
    recordNumber: integer("record_number"),
    /** Where it goes instead of the account's own address: a new one that is to be confirmed, or the one before. */
    toAddress: text("to_address"),
    createdAt: instant("created_at").notNull(),
    /** Not tried before this moment; later after each failure. */
    dueAt: instant("due_at").notNull(),
    tries: integer("tries").notNull().default(0),
    claim: uuid("claim"),
    claimEndsAt: instant("claim_ends_at"),
    /** Written just before its words go to the mail server. Without `sentAt` nobody knows whether they were taken. */
    handedOverAt: instant("handed_over_at"),
    sentAt: instant("sent_at"),
    /** It will not go out: the person wants none, another letter said it, or it was handed over and may not go twice. */
    setAsideAt: instant("set_aside_at"),
    /** Of letters that can wait: every group that this one stands for, once it was gathered. */
    standsFor: text("stands_for", { enum: letterGroups }).array(),
    /** No such mailbox, or it takes nothing: said when the letter was offered, or by a report that came back later. */
    bouncedAt: instant("bounced_at"),
    /** The code that the mail server gave, such as 5.1.1. Never its words. */
    bounceCode: text("bounce_code"),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    foreignKey({ columns: [t.practiceId, t.absenceId], foreignColumns: [staffAbsence.practiceId, staffAbsence.id] }),
    unique("outbox_letter_about_once")
      .on(t.practiceId, t.accountId, t.absenceId, t.aboutKind, t.aboutId, t.aboutOn)
      .nullsNotDistinct(),
    index("outbox_letter_unsent").on(t.dueAt).where(sql`${t.sentAt} is null and ${t.setAsideAt} is null`),
    doorReads(),
  ],
);

/** Whether a person wants letters at all: a phone may be watched. Rows are only added; the newest counts, none: letters. */
export const letterChoice = pgTable(
  "letter_choice",
  {
    ...tenantId(),
    accountId: uuid("account_id").notNull(),
    wantsLetters: boolean("wants_letters").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.accountId], foreignColumns: [account.practiceId, account.id] }),
    index("letter_choice_account").on(t.practiceId, t.accountId, t.chosenAt.desc()),
  ],
);
