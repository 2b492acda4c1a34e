import { type Attack, of, portal, practice, staff } from "./attack";

const at = `${practice}sessions/actions.ts#`;
const when = { date: "2031-01-06", time: "14:00", minutes: "50", place: "Room 2" };

const note = `${practice}sessions/[sessionId]/note/actions.ts#`;
const written = { "part-0": "Mine", agreed: "", forClient: "" };

/** What is sent against every action about sessions and their notes. */
export const sessionAttacks: Record<string, Attack> = {
  [`${practice}account/actions.ts#setCalendarFeed`]: of(() => ({ feed: "initials" }), staff),
  [`${at}book`]: of((ids) => ({ id: ids.fresh, with: `client.${ids.client}`, ...when })),
  [`${at}move`]: of((ids) => ({ appointmentId: ids.decision, seen: "1", ...when })),
  [`${at}takeStep`]: of((ids) => ({ appointmentId: ids.decision, seen: "1", kind: "cancelled", cause: "client" })),
  [`${note}amend`]: of((ids) => ({ noteId: ids.decision, seen: "1", ...written, reason: "Mine" })),
  [`${note}cosign`]: of((ids) => ({ noteId: ids.decision, seen: "1" })),
  [`${note}keepApart`]: of((ids) => ({ id: ids.fresh, appointmentId: ids.decision, words: "Mine" })),
  [`${note}sign`]: of((ids) => ({ id: ids.fresh, appointmentId: ids.decision, template: "dap", ...written })),
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
