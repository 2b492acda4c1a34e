/** CSV is three files; JSON and FHIR are one each. */
export const exportFormats = ["csv", "json", "fhir"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How each is named where it is chosen, and what it is good for. */
export const exportFormatWords: Record<ExportFormat, { label: string; hint: string }> = {
  csv: {
    label: "Tables (CSV)",
    hint: "For a spreadsheet or statistics: a long and a wide table, and a codebook that says what each column is.",
  },
  json: { label: "Data (JSON)", hint: "The same values for a program." },
  fhir: { label: "Health record (FHIR R4)", hint: "For another system that keeps health records." },
};
