/** The columns of the caseload that may be left out. Who it is and why they are listed always stand there. */
export const caseloadColumns = ["week", "score", "gaps", "practice", "activity", "due", "session"] as const;
export type CaseloadColumn = (typeof caseloadColumns)[number];
