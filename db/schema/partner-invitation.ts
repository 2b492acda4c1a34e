import { boolean, date, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { talkAnswers } from "@/lib/couples/partner-invitation";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** What a client said, in a talk, about inviting the partner. Rows are only added; the newest counts. */
export const partnerTalk = pgTable(
  "partner_talk",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    askedSealed: text("asked_sealed").notNull(),
    answer: text("answer", { enum: talkAnswers }).notNull(),
    talkOn: date("talk_on", { mode: "string" }).notNull(),
    talkWay: text("talk_way", { enum: ["in-person", "phone", "video"] }).notNull(),
    /** The client was asked “can anybody hear you?” and said no. */
    talkUnheard: boolean("talk_unheard").notNull(),
    saidTo: uuid("said_to").notNull(),
    saidAt: instant("said_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.saidTo], foreignColumns: [account.practiceId, account.id] }),
    index("partner_talk_newest").on(t.practiceId, t.clientId, t.saidAt.desc()),
  ],
);
export const partnerTalkAsked = sealedColumn("partner_talk", "asked");

/** The invitation of one person as the partner of another, and the yes on which it rests. Rows are only added. */
export const partnerInvitation = pgTable(
  "partner_invitation",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    partnerId: uuid("partner_id").notNull(),
    talkId: uuid("talk_id").notNull(),
    invitedBy: uuid("invited_by").notNull(),
    invitedAt: instant("invited_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.partnerId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.talkId], foreignColumns: [partnerTalk.practiceId, partnerTalk.id] }),
    foreignKey({ columns: [t.practiceId, t.invitedBy], foreignColumns: [account.practiceId, account.id] }),
    index("partner_invitation_client").on(t.practiceId, t.clientId, t.invitedAt.desc()),
    index("partner_invitation_partner").on(t.practiceId, t.partnerId, t.invitedAt.desc()),
  ],
);

/** That an invitation was declined, or taken back. Accepting is the person's own act, and stands with their account. */
export const partnerInvitationStep = pgTable(
  "partner_invitation_step",
  {
    ...tenantId(),
    invitationId: uuid("invitation_id").notNull(),
    kind: text("kind", { enum: ["declined", "withdrawn"] }).notNull(),
    noteSealed: text("note_sealed"),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({
      columns: [t.practiceId, t.invitationId],
      foreignColumns: [partnerInvitation.practiceId, partnerInvitation.id],
    }),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("partner_invitation_step_of").on(t.practiceId, t.invitationId, t.decidedAt.desc()),
  ],
);
export const partnerInvitationStepNote = sealedColumn("partner_invitation_step", "note");
