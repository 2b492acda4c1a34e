import { type Attack, clients, of, one, portal, practice } from "./attack";

const reason = "Mine";
const password = "lantern-orbit-velvet-93";

/** What is sent against every action about erasing a record, and about courts that ask for one. */
export const erasing: Record<string, Attack> = {
  [`${portal}own-data/actions.ts#askForErasure`]: of((ids) => ({ id: ids.fresh, sure: "yes", password }), clients),
  [`${portal}own-data/actions.ts#takeErasureBackNow`]: of((ids) => ({ id: ids.fresh }), clients),
  [`${one}record/erasure/actions.ts#noteAsked`]: of((ids) => ({ id: ids.fresh, clientId: ids.client, reason })),
  [`${one}record/erasure/actions.ts#answer`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, answer: "erase", talkOn: "2026-01-05", talkWay: "phone" },
    ...{ talkUnheard: "yes", reason },
  })),
  [`${one}record/erasure/actions.ts#hold`]: of((ids) => ({ id: ids.fresh, clientId: ids.client, reason })),
  [`${one}record/erasure/actions.ts#letGo`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, holdId: ids.event, reason },
  })),
  [`${one}record/take-out/actions.ts#noteCourt`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, demand: "Mine", dueOn: "" },
  })),
  [`${one}record/take-out/actions.ts#answerCourt`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, demandId: ids.event, reason },
  })),
  [`${practice}settings/practice/actions.ts#saveRetention`]: of(() => ({ years: "3" }), ["owner"]),
};
