import { z } from "zod";
import { localDateSchema } from "@/lib/time/local-date";
import { type AuditAction, auditActions } from "./actions";

/** How the record of access is looked at; all of it lives in the address. */
const filter = z.object({
  who: z.uuid().or(z.literal("all")).catch("all"),
  record: z.coerce.number().int().min(1).max(2_000_000_000).nullable().catch(null),
  area: z.string().max(40).catch("all"),
  from: localDateSchema.nullable().catch(null),
  to: localDateSchema.nullable().catch(null),
});
export type AuditFilter = z.infer<typeof filter>;

/** Reads an address. What it does not understand is as if it were not there. */
export const readAuditFilter = (asked: Record<string, string | string[] | undefined>): AuditFilter =>
  filter.parse(
    Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, [value].flat()[0] || undefined])),
  );

/** The filter as an address has it, without what is as usual. */
export const auditQuery = ({ who, record, area, from, to }: AuditFilter): URLSearchParams =>
  new URLSearchParams({
    ...(who === "all" ? {} : { who }),
    ...(record === null ? {} : { record: String(record) }),
    ...(area === "all" ? {} : { area }),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  });

/** What an area of actions is called, where its own name says too little. */
const called: Readonly<Record<string, string>> = {
  account: "Own account",
  appointments: "Sessions",
  audit: "This record",
  connection: "Connection checks",
  exports: "Files taken away",
  identity: "Sign-in and colleagues",
  instruments: "Library",
  learn: "Readings",
  letters: "How letters look and go",
  outbox: "Letters that were sent",
  shipped: "What’s new",
};

const inWords = (area: string) => called[area] ?? `${area.charAt(0).toUpperCase()}${area.slice(1)}`;

/** The areas that an action can belong to, as its name begins, with what they are called. */
export const auditAreas: Readonly<Record<string, string>> = Object.fromEntries(
  [...new Set(Object.keys(auditActions).map((action) => action.slice(0, action.indexOf("."))))].map((area) => [
    area,
    inWords(area),
  ]),
);

/** What follows it where the record had been opened in an emergency. */
export const inEmergency = ", by access in an emergency";

/** The sentence of an entry after the name of who did it. An action that an earlier version had says its name. */
export const didWords = (action: string): string =>
  Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction].did : action;
