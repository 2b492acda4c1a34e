/** What begins, ends and is taken back between a client and the practice, each with an author, a time and a reason. */
export const clientStepKinds = [
  "invitation-revoked",
  "course-begun",
  "discharged",
  "returned",
  "removed",
  "erased",
] as const;
export type ClientStepKind = (typeof clientStepKinds)[number];

/** The steps that say where somebody stands; the others are told and move nobody. */
export const movingKinds = ["discharged", "returned", "removed", "erased"] as const satisfies readonly ClientStepKind[];
