import type { AuditAction } from "./actions";

/** How far back a client reads on which days their record was opened (ours). */
export const ACCESS_DAYS = 92;

/** What counts as opening the record, for the client’s own list. Nothing of safety and nothing of a couple is among it. */
export const toldReadings = [
  "assessments.exported",
  "assessments.list-read",
  "assessments.result-read",
  "assessments.rule-read",
  "assessments.sitting-read",
  "clients.chart-read",
  "clients.record-read",
  "clients.words-read",
  "letters.log-read",
  "protocol.path-read",
] as const satisfies readonly AuditAction[];
