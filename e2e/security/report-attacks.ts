import { type Attack, of, one } from "./attack";

const seen = "0".repeat(64);

/** What is sent against every action about reports: none of them is anybody's for whom the client is not theirs. */
export const reportAttacks: Record<string, Attack> = {
  [`${one}report/actions.ts#prepare`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, title: "Mine", reader: "record", addressee: "", from: "" },
    ...{ to: "2026-01-05", "parts[]": "connection", words: "" },
  })),
  [`${one}report/actions.ts#sign`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, reportId: ids.decision, seen },
  })),
  [`${one}report/actions.ts#putAway`]: of((ids) => step(ids)),
  [`${one}report/actions.ts#send`]: of((ids) => step(ids)),
  [`${one}report/actions.ts#takeBack`]: of((ids) => step(ids)),
};

const step = (ids: Record<"fresh" | "client" | "decision", string>) => ({
  ...{ id: ids.fresh, clientId: ids.client, reportId: ids.decision },
});
