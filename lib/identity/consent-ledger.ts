/** What somebody said last about the agreement. */
export type SaidLast = { decision: "agreed" | "withdrawn"; version: number; limitsVersion: number | null } | null;

/** What holds in the practice: the text that ships, the newest version of its own words, and the one that everybody has to have read. */
export type InForce = { text: number; newest: number; asked: number };

export type LedgerState = "agreed" | "agreed-earlier" | "asked-again" | "taken-back" | "not-yet";

/** Where somebody stands with the agreement. `asked-again`: their pages show it anew before anything else. */
export function ledgerState(said: SaidLast, inForce: InForce): LedgerState {
  if (!said) return "not-yet";
  if (said.decision === "withdrawn") return "taken-back";
  const limits = said.limitsVersion ?? 0;
  if (said.version !== inForce.text || limits < inForce.asked) return "asked-again";
  return limits < inForce.newest ? "agreed-earlier" : "agreed";
}

export const ledgerWords: Record<LedgerState, string> = {
  agreed: "Agreed to what holds now",
  "agreed-earlier": "Agreed to an earlier version",
  "asked-again": "Is asked again at the next visit",
  "taken-back": "Taken back",
  "not-yet": "Not asked yet, or not answered",
};

/** The order in which a list of people shows them: who needs a word first. */
export const ledgerOrder: readonly LedgerState[] = ["taken-back", "asked-again", "not-yet", "agreed-earlier", "agreed"];
