import { z } from "zod";
import { endOf, type StepKind, statusAfter } from "@/lib/appointments/appointment";
import { initialsOf } from "@/lib/format";

export const feedForm = z.strictObject({
  feed: z.enum(["initials", "nobody", "off"], "Choose what stands in the entries."),
});
export type FeedForm = z.infer<typeof feedForm>;

export type FeedTitles = "initials" | "nobody";

type Session = {
  id: string;
  kind: StepKind;
  startsAt: Date;
  minutes: number;
  name: string;
  secondName: string | null;
  ordinal: number;
  decidedAt: Date;
  isListed: boolean;
};

export type FeedEvent = { id: string; start: Date; end: Date; summary: string; sequence: number; stamp: Date };

/**
 * What somebody else’s calendar is told: when, and initials where they were chosen. No name, no place, no word of what it is: a
 * calendar is read by whoever holds the phone, and by whoever keeps it for them. One that nobody else may learn of has no initials
 * either. What was called off is gone from it.
 */
export const feedEvents = (sessions: readonly Session[], titles: FeedTitles): FeedEvent[] =>
  sessions
    .filter(({ kind }) => statusAfter(kind) !== "cancelled")
    .map((one) => ({
      id: one.id,
      start: one.startsAt,
      end: endOf(one),
      summary: titles === "initials" && one.isListed ? `Booked: ${initials(one)}` : "Booked",
      sequence: one.ordinal - 1,
      stamp: one.decidedAt,
    }));

const initials = ({ name, secondName }: Session): string =>
  [name, ...(secondName === null ? [] : [secondName])].map(initialsOf).join(" and ");
