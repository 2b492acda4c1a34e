import { type Attack, clients, of, one, portal, practice } from "./attack";

const password = "lantern-orbit-velvet-93";

/** What is sent against every action about a client's life in the practice: the record, courses, handing over. */
export const life: Record<string, Attack> = {
  [`${practice}emergency/actions.ts#open`]: of((ids) => ({ id: ids.fresh, who: ids.client, reason: "Mine" })),
  [`${practice}emergency/actions.ts#end`]: of((ids) => ({ accessId: ids.fresh })),
  [`${practice}emergency/actions.ts#review`]: of((ids) => ({ accessId: ids.fresh, note: "Mine" })),
  [`${practice}settings/hand-over/actions.ts#handOver`]: of((ids) => ({
    ...{ "clients[]": ids.client, toId: ids.account, reason: "Mine" },
  })),
  [`${one}record/correct/actions.ts#correctFacts`]: of((ids) => ({
    ...{ clientId: ids.client, name: "Mine", pronouns: "", partnerName: "", zone: "Europe/London", reason: "" },
  })),
  [`${one}record/correct/actions.ts#correctEmail`]: of((ids) => ({
    ...{ clientId: ids.client, email: "eve@nowhere.example", addressSafety: "safe", reason: "Mine" },
  })),
  [`${one}record/correct/actions.ts#dropEmail`]: of((ids) => ({ clientId: ids.client })),
  [`${one}record/correct/actions.ts#moveStart`]: of((ids) => ({
    ...{ clientId: ids.client, startDate: "2031-01-06", again: "2031-01-06", reason: "Mine" },
  })),
  [`${portal}own-data/actions.ts#showOwnFile`]: of(() => ({ password }), clients),
  [`${one}record/take-out/actions.ts#makeFile`]: of((ids) => ({
    ...{ clientId: ids.client, format: "json", "parts[]": "checks", password },
  })),
  [`${one}record/take-out/all/actions.ts#testHarm`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, talkOn: "2026-01-01", talkWay: "phone", talkUnheard: "yes" },
    ...{ answer: "all", "parts[]": "messages", reason: "Mine" },
  })),
  [`${one}record/take-out/all/actions.ts#makeWhole`]: of((ids) => ({
    ...{ clientId: ids.client, testId: ids.fresh, password },
  })),
  [`${one}record/actions.ts#revoke`]: of((ids) => ({ id: ids.fresh, clientId: ids.client, reason: "Mine" })),
  [`${one}record/ending-actions.ts#discharge`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, reason: "Mine", goodbye: "", portal: "closed" },
  })),
  [`${one}record/ending-actions.ts#takeBackIntoCare`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, reason: "Mine" },
  })),
  [`${one}record/merge/actions.ts#merge`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, intoId: ids.fresh, reason: "Mine" },
  })),
  [`${one}record/merge/actions.ts#takeMergeBack`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, reason: "Mine" },
  })),
  [`${one}record/ending-actions.ts#removeFromHere`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, reason: "Mine" },
  })),
  [`${one}record/actions.ts#begin`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, startDate: "2031-01-06", again: "2031-01-06", reason: "Mine" },
  })),
  [`${one}record/actions.ts#inviteAgain`]: of((ids) => ({ clientId: ids.client })),
  [`${one}record/actions.ts#sayAddress`]: of((ids) => ({ clientId: ids.client, answer: "safe" })),
  [`${one}record/actions.ts#makeCode`]: of((ids) => ({ accountId: ids.account, password })),
  [`${one}record/actions.ts#link`]: of((ids) => ({ clientId: ids.client, partnerId: ids.fresh })),
  [`${one}record/actions.ts#sendAgain`]: of((ids) => ({ letterId: ids.letter })),
  [`${one}record/actions.ts#setCountry`]: of((ids) => ({ clientId: ids.client, region: "JP" })),
  [`${practice}couples/[coupleId]/end/actions.ts#endLink`]: of((ids) => ({
    ...{ coupleId: ids.couple, reason: "They live apart.", shownOn: "2031-01-06" },
  })),
};
