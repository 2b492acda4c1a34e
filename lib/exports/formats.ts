/** CSV is three files; JSON and FHIR are one each. */
export const exportFormats = ["csv", "json", "fhir"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What lies there to be taken: one of the formats, or all of a record. */
export const fileKinds = [...exportFormats, "all"] as const;
export type FileKind = (typeof fileKinds)[number];

export const fileKindLabel = (kind: FileKind): string => (kind === "all" ? "All of it" : exportFormatWords[kind].label);

/** How each is named where it is chosen, and what it is good for. */
export const exportFormatWords: Record<ExportFormat, { label: string; hint: string }> = {
  csv: {
    label: "Tables (CSV)",
    hint: "For a spreadsheet or statistics: a long and a wide table, and a codebook that says what each column is.",
  },
  json: { label: "Data (JSON)", hint: "The same values for a program." },
  fhir: { label: "Health record (FHIR R4)", hint: "For another system that keeps health records." },
};
