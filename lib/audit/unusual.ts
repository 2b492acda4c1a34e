import { counted } from "@/lib/plural";
import type { AuditAction } from "./actions";
import type { NoticedKind } from "./noticed";

/** How far back the owner reads what was unusual, in days (ours). */
export const UNUSUAL_DAYS = 30;

/** From how many on in one hour of the clock something counts as unusual (ours). */
export const thresholds = {
  "password-refused": 10,
  "had-to-wait": 5,
  "not-there": 10,
  "may-not": 10,
  "from-elsewhere": 1,
} as const satisfies Record<NoticedKind, number>;

/** From how many different records on that one person opened in one hour of the clock it counts as unusual (ours). */
export const RECORDS_OPENED = 25;

/** What takes something of others away as a file. What a client takes of their own is not among it. */
export const filesTaken = [
  "assessments.exported",
  "audit.exported",
  "exports.made",
  "exports.record-asked",
  "exports.research-made",
  "exports.research-taken",
  "exports.taken",
] as const satisfies readonly AuditAction[];

/** The rules as the page says them, one sentence each. */
export const unusualRules: readonly string[] = [
  `${thresholds["password-refused"]} passwords or more that did not fit, for one sign-in within an hour.`,
  `Somebody was told to wait in ${thresholds["had-to-wait"]} minutes or more of an hour.`,
  `${thresholds["not-there"]} times or more within an hour somebody asked for what is not there for them, or what their role may not do.`,
  "A form that another site sent while somebody was signed in.",
  `One person opened ${RECORDS_OPENED} records or more within an hour.`,
  "Each file of other people’s records, or of the record of access, that was made or taken away.",
  "A record that was opened in an emergency, until somebody else has looked through it.",
];

/** What one line says after the name of whose sign-in it is. */
export function unusualSentence(kind: NoticedKind | "opened", times: number): string {
  if (kind === "password-refused") return `${times} passwords did not fit`;
  if (kind === "had-to-wait") return `had to wait in ${times} minutes`;
  if (kind === "not-there") return `asked ${times} times for what is not there for them`;
  if (kind === "may-not") return `asked ${times} times for what their role may not do`;
  if (kind === "from-elsewhere") return `another site sent ${counted(times, "form", "forms")}`;
  return `opened ${times} records`;
}
