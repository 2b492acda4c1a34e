import { type Attack, of, practice, staff } from "./attack";

const at = `${practice}caseload/`;

/** What is done from the list: looks of one's own, and things with several clients at once. */
export const caseloadAttacks: Record<string, Attack> = {
  [`${at}actions.ts#keep`]: of((ids) => ({ id: ids.fresh, name: "Mine", query: "sort=name" }), staff),
  [`${at}actions.ts#rename`]: of((ids) => ({ id: ids.decision, name: "Mine" })),
  [`${at}actions.ts#remove`]: of((ids) => ({ id: ids.decision })),
  [`${at}message/actions.ts#write`]: of((ids) => ({ id: ids.fresh, "clients[]": ids.client, body: "Mine" })),
  [`${at}remind/actions.ts#remind`]: of((ids) => ({ "clients[]": ids.client })),
};
