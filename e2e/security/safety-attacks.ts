import { type Attack, clients, of, one, portal } from "./attack";

/** What is sent against every action about safety. */
export const safetyAttacks: Record<string, Attack> = {
  [`${portal}safe/actions.ts#chooseAway`]: of(() => ({ choice: "back" }), clients),
  [`${portal}safe/actions.ts#notSafe`]: of(() => ({ place: "small-secret" }), clients),
  [`${one}safety/actions.ts#acknowledge`]: of((ids) => ({ eventId: ids.event })),
  [`${one}safety/actions.ts#askCheck`]: of((ids) => ({ clientId: ids.client })),
  [`${one}safety/actions.ts#confirmCard`]: of((ids) => ({ clientId: ids.client, askedAlone: "yes" })),
  [`${one}safety/actions.ts#saveCard`]: of((ids) => ({
    ...{ clientId: ids.client, phone: "1", voicemail: "no", text: "no", confirmedOn: "2026-01-01", askedAlone: "yes" },
  })),
  [`${one}safety/actions.ts#savePlan`]: of((ids) => ({ clientId: ids.client, signs: "Mine" })),
  [`${one}safety/actions.ts#clear`]: of((ids) => ({
    ...{ clientId: ids.client, seen: "0.0", reason: "It is all perfectly safe.", talkedAlone: "yes" },
  })),
  [`${one}safety/actions.ts#close`]: of((ids) => ({ eventId: ids.event, note: "Mine" })),
  [`${one}safety/actions.ts#escalate`]: of((ids) => ({ eventId: ids.event, to: "owner" })),
  [`${one}safety/actions.ts#raise`]: of((ids) => ({ clientId: ids.client, kind: "stop", reason: "Mine" })),
};
