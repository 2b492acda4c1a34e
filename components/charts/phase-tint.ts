export type PhaseTint = "p1" | "p2" | "p3";
const tints = ["p1", "p2", "p3"] as const;

/** Three tints carry the phases; a protocol with more goes round, so that neighbours always differ. Numeral and name tell them apart. */
export function phaseTint(phase: number): PhaseTint {
  return tints[(phase - 1) % tints.length] ?? "p1";
}
