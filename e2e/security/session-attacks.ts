import { type Attack, of, one, portal, practice, staff } from "./attack";

const at = `${practice}sessions/actions.ts#`;
const when = { date: "2031-01-06", time: "14:00", minutes: "50", place: "Room 2" };

const note = `${practice}sessions/[sessionId]/note/actions.ts#`;
const written = { "part-0": "Mine", agreed: "", forClient: "" };

const goals = `${one}goals/actions.ts#`;
const goal = {
  ...{ words: "Mine", measure: "connection", line: "7", agreedWith: "client", agreedHow: "session" },
  agreedOn: "2026-01-05",
};
const said = { date: "2026-01-05", words: "Mine" };

/** What is sent against every action about sessions and their notes. */
export const sessionAttacks: Record<string, Attack> = {
  [`${practice}account/actions.ts#setCalendarFeed`]: of(() => ({ feed: "initials" }), staff),
  [`${at}book`]: of((ids) => ({ id: ids.fresh, with: `client.${ids.client}`, ...when })),
  [`${at}move`]: of((ids) => ({ appointmentId: ids.decision, seen: "1", ...when })),
  [`${at}takeStep`]: of((ids) => ({ appointmentId: ids.decision, seen: "1", kind: "cancelled", cause: "client" })),
  [`${goals}writeGoal`]: of((ids) => ({ id: ids.fresh, clientId: ids.client, ...goal })),
  [`${goals}alterGoal`]: of((ids) => ({ goalId: ids.decision, seen: "1", ...goal })),
  [`${goals}lookAtGoal`]: of((ids) => ({ goalId: ids.decision, seen: "1", kind: "met", appointmentId: "", note: "" })),
  [`${goals}addNote`]: of((ids) => ({ id: ids.fresh, clientId: ids.client, ...said })),
  [`${goals}editNote`]: of((ids) => ({ noteId: ids.decision, seen: "1", ...said })),
  [`${goals}turnNote`]: of((ids) => ({ noteId: ids.decision, seen: "1", kind: "removed" })),
  [`${note}amend`]: of((ids) => ({ noteId: ids.decision, seen: "1", ...written, reason: "Mine" })),
  [`${note}cosign`]: of((ids) => ({ noteId: ids.decision, seen: "1" })),
  [`${note}keepApart`]: of((ids) => ({ id: ids.fresh, appointmentId: ids.decision, words: "Mine" })),
  [`${note}sign`]: of((ids) => ({ id: ids.fresh, appointmentId: ids.decision, template: "dap", ...written })),
  [`${practice}settings/figures/research/actions.ts#ask`]: of(
    (ids) => ({ id: ids.fresh, purpose: "Mine", "parts[]": "checks", password: "lantern-orbit-velvet-93" }),
    ["owner"],
  ),
  [`${practice}settings/notes/actions.ts#retire`]: of(
    (ids) => ({ id: ids.fresh, templateId: ids.decision }),
    ["owner"],
  ),
  [`${practice}settings/notes/actions.ts#save`]: of(
    (ids) => ({ id: ids.fresh, templateId: ids.decision, title: "Mine", headings: "Mine" }),
    ["owner"],
  ),
  [`${portal}sessions/actions.ts#ask`]: of((ids) => ({ id: ids.fresh, appointmentId: ids.decision, words: "Mine" })),
};
