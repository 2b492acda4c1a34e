import { type Attack, clients, of, one, portal, practice, staff } from "./attack";

/** What is sent against every action about safety. */
export const safetyAttacks: Record<string, Attack> = {
  [`${portal}assessments/[assessmentId]/actions.ts#answerQuestion`]: of((ids) => ({
    ...{ sittingId: ids.fresh, itemId: "hurt", form: "now", value: "1" },
  })),
  [`${portal}assessments/[assessmentId]/actions.ts#openDoor`]: of((ids) => ({
    ...{ assessmentId: ids.assessment, private: "yes" },
  })),
  [`${portal}assessments/[assessmentId]/actions.ts#sendQuestions`]: of((ids) => ({ sittingId: ids.fresh })),
  [`${portal}assessments/[assessmentId]/actions.ts#walk`]: of((ids) => ({
    ...{ assessmentId: ids.assessment, sittingId: ids.fresh, itemId: "hurt", go: "answer:1" },
  })),
  [`${portal}safe/actions.ts#addWord`]: of(() => ({ word: "mistake" }), clients),
  [`${portal}safe/actions.ts#chooseAway`]: of(() => ({ choice: "back" }), clients),
  [`${portal}safe/actions.ts#notSafe`]: of(() => ({ place: "small-secret" }), clients),
  [`${one}assessments/actions.ts#importAnswers`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, key: "distance-moves", text: "{}" },
  })),
  [`${one}safety/actions.ts#acknowledge`]: of((ids) => ({ eventId: ids.event })),
  [`${one}safety/actions.ts#askCheck`]: of((ids) => ({ clientId: ids.client })),
  [`${one}safety/actions.ts#confirmCard`]: of((ids) => ({ clientId: ids.client, askedAlone: "yes" })),
  [`${one}safety/actions.ts#saveCard`]: of((ids) => ({
    ...{ clientId: ids.client, phone: "1", voicemail: "no", text: "no", confirmedOn: "2026-01-01", askedAlone: "yes" },
  })),
  [`${one}safety/actions.ts#savePlan`]: of((ids) => ({ clientId: ids.client, signs: "Mine" })),
  [`${one}safety/actions.ts#clear`]: of((ids) => ({
    ...{ clientId: ids.client, seen: "0.0.0", reason: "It is all perfectly safe." },
    ...{ talkOn: "2026-01-01", talkWay: "phone", talkUnheard: "yes" },
  })),
  [`${one}safety/actions.ts#choose`]: of((ids) => ({ clientId: ids.client, choice: "now" })),
  [`${one}safety/actions.ts#close`]: of((ids) => ({ eventId: ids.event, note: "Mine" })),
  [`${one}safety/actions.ts#escalate`]: of((ids) => ({ eventId: ids.event, to: "owner" })),
  [`${one}safety/actions.ts#markRead`]: of((ids) => ({
    ...{ clientId: ids.client, assessmentId: ids.assessment, "seen[]": ids.fresh },
  })),
  [`${one}safety/actions.ts#note`]: of((ids) => ({ eventId: ids.event, note: "Mine" })),
  [`${one}safety/actions.ts#offer`]: of((ids) => ({ clientId: ids.client, key: "talk-alone", note: "Mine" })),
  [`${one}safety/actions.ts#setUntold`]: of((ids) => ({
    ...{ clientId: ids.client, accountId: ids.account, decision: "named" },
  })),
  [`${one}safety/actions.ts#raise`]: of((ids) => ({ clientId: ids.client, kind: "stop", reason: "Mine" })),
  [`${practice}account/actions.ts#addAbsence`]: of((ids) => ({
    ...{ accountId: ids.account, fromDay: "2031-01-06", untilDay: "2031-01-07", cover: "nobody" },
  })),
  [`${practice}account/actions.ts#endAbsence`]: of((ids) => ({ absenceId: ids.decision })),
  [`${practice}account/actions.ts#setHours`]: of(() => ({ "from-0": "09:00", "to-0": "17:00" }), staff),
};
