/** What can be corrected on a client's record, and how its history calls it. */
export const correctedFields = {
  name: "Name",
  pronouns: "Pronouns",
  "partner-name": "Partner’s name",
  zone: "Time zone",
  email: "E-mail",
  "start-date": "Start date",
} as const;

export type CorrectedField = keyof typeof correctedFields;
export const correctedFieldNames = Object.keys(correctedFields) as [CorrectedField, ...CorrectedField[]];

/** The facts of a record that are corrected by writing others in their place. */
export type RecordFacts = Record<"name" | "pronouns" | "partner-name" | "zone", string | null>;

export type Correction = { field: CorrectedField; before: string | null; after: string | null };

/** What differs, in the order in which the record shows it: one row of the history each. */
export function correctionsBetween(before: RecordFacts, after: RecordFacts): Correction[] {
  return (["name", "pronouns", "partner-name", "zone"] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
