/**
 * What begins, ends and is taken back between a client and the practice, each with an author, a time and a reason. `merged`
 * points at the record of the same person that stays; what takes it back points there too.
 */
export const clientStepKinds = [
  "invitation-revoked",
  "course-begun",
  "discharged",
  "returned",
  "merged",
  "removed",
  "erased",
] as const;
export type ClientStepKind = (typeof clientStepKinds)[number];

/** The steps that say where somebody stands; the others are told and move nobody. */
export const movingKinds = [
  "discharged",
  "returned",
  "merged",
  "removed",
  "erased",
] as const satisfies readonly ClientStepKind[];
