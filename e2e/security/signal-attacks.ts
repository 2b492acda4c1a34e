import { thresholdKeys, thresholdTable } from "../../lib/signals/thresholds";
import { type Attack, of, one, practice } from "./attack";

const usual = Object.fromEntries(thresholdKeys.map((key) => [key, String(thresholdTable[key].usual)]));

/** What is done with a reason on the list: by who may change the client; from where on it stands there, by the owner. */
export const signalAttacks: Record<string, Attack> = {
  [`${one}overview/actions.ts#considerReason`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, kind: "result", lens: "life", note: "Mine." },
  })),
  [`${one}overview/actions.ts#setReasonAside`]: of((ids) => ({
    ...{ clientId: ids.client, kind: "quiet", how: "known", note: "Mine." },
  })),
  [`${practice}settings/signals/actions.ts#saveThresholds`]: of(() => usual, ["owner"]),
};
