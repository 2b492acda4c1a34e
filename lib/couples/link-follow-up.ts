import { Temporal } from "temporal-polyfill";
import type { LocalDate } from "@/lib/time/local-date";

export const followUpItems = ["devices", "address", "region", "talk"] as const;
export type FollowUpItem = (typeof followUpItems)[number];

export const followUpOutcomes = ["done", "set-aside", "open"] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];

/** How long the panel asks after the end of a link. */
const MONTHS = 3;

/** The first day on which the panel asks no more: three months after the end, by the client's own calendar. */
export const followUpEnds = (endedOn: LocalDate): LocalDate =>
  Temporal.PlainDate.from(endedOn).add({ months: MONTHS }).toString();

export const isFollowedUp = (endedOn: LocalDate, today: LocalDate): boolean => today < followUpEnds(endedOn);

/** What the panel asks of one person's clinician. It names nobody else, so that whoever reads one learns nothing of the other. */
export const followUpWords: Record<FollowUpItem, { title: string; words: (firstName: string) => string }> = {
  devices: {
    title: "Devices signed out",
    words: (name) =>
      `${name} signed out wherever somebody else can pick a device up, and changed passwords that others know.`,
  },
  address: {
    title: "Old address struck",
    words: (name) =>
      `No e-mail address, phone or person to call stands on ${name}’s record that belonged to the time before.`,
  },
  region: {
    title: "Zone and region shown to nobody",
    words: (name) => `Nothing that somebody else can open tells in which country or time zone ${name} lives now.`,
  },
  talk: { title: "A talk booked", words: (name) => `A talk alone with ${name} stands in the calendar.` },
};

/** Why an answer cannot be kept, as a sentence; null where it can. What is set aside needs its reason. */
export const followUpFault = (outcome: FollowUpOutcome, reason: string | null): string | null =>
  outcome === "set-aside" && !reason ? "Write down why it is set aside." : null;
