/** Rows that outlive a person, each with the reason why nothing in them is of that person any more. */
export const keptOfErased: Readonly<Record<string, string>> = {
  access_decision: "that access ended, by whom and when; the reason is taken out",
  account: "a row without name, address or password, that others point at",
  audit_entry: "that things were done, in ids",
  client: "the number of the record",
  couple: "that two numbers were linked; the other’s record rests on it",
  erasure: "that it was erased, with counts that are nobody’s any more",
  erasure_step: "that it was asked and answered; reasons are taken out",
};
