import { type Attack, of, portal, practice } from "./attack";

const at = `${practice}sessions/actions.ts#`;
const when = { date: "2031-01-06", time: "14:00", minutes: "50", place: "Room 2" };

/** What is sent against every action about sessions. */
export const sessionAttacks: Record<string, Attack> = {
  [`${at}book`]: of((ids) => ({ id: ids.fresh, with: `client.${ids.client}`, ...when })),
  [`${at}move`]: of((ids) => ({ appointmentId: ids.decision, seen: "1", ...when })),
  [`${at}takeStep`]: of((ids) => ({ appointmentId: ids.decision, seen: "1", kind: "cancelled", cause: "client" })),
  [`${portal}sessions/actions.ts#ask`]: of((ids) => ({ id: ids.fresh, appointmentId: ids.decision, words: "Mine" })),
};
