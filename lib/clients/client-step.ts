/** What begins and is taken back between a client and the practice, each with an author, a time and a reason. */
export const clientStepKinds = ["invitation-revoked", "course-begun"] as const;
export type ClientStepKind = (typeof clientStepKinds)[number];
