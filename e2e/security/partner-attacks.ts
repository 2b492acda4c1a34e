import { type Attack, of, one } from "./attack";

/** What is sent against every action about inviting a partner, and about what follows the end of a link. */
export const partners: Record<string, Attack> = {
  [`${one}overview/actions.ts#followUp`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, coupleId: ids.couple, item: "talk", outcome: "done" },
  })),
  [`${one}record/partner-actions.ts#keepTalk`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, asked: "Whether she wants it.", answer: "yes", talkOn: "2026-01-01" },
    ...{ talkWay: "phone", talkUnheard: "yes" },
  })),
  [`${one}record/partner-actions.ts#invite`]: of((ids) => ({
    ...{ clientId: ids.client, id: ids.fresh, name: "Mine", pronouns: "", email: `${ids.fresh}@nowhere.example` },
    ...{ addressSafety: "safe", zone: "Europe/London", startDate: "2031-01-06", weeks: "none" },
  })),
  [`${one}record/partner-actions.ts#inviteOnceMore`]: of((ids) => ({ id: ids.fresh, clientId: ids.client })),
  [`${one}record/partner-actions.ts#keepStep`]: of((ids) => ({ invitationId: ids.fresh, kind: "withdrawn" })),
};
