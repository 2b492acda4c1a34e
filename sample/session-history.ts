import {
  appointment,
  appointmentStep,
  appointmentStepPlace,
  appointmentStepReason,
  appointmentWish,
  appointmentWishWords,
} from "@/db/schema/appointments";
import type { Cause, StepKind } from "@/lib/appointments/appointment";
import { mondayOf } from "@/lib/appointments/calendar";
import { addDays, datesFrom, type LocalDate, toEpochDay } from "@/lib/time/local-date";
import { localInstant } from "@/lib/time/zone";
import { writeNote } from "./note-history";
import { couples, endOf, sampleZone } from "./personas";
import { noteAudit, type Seed, sealedOrNull, sealedWords, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";
import { coupleNote } from "./words/notes";
import { coupleSessionPlace, moveWishes, sessionPlaces, sessionReasons } from "./words/sessions";

const minutes = 50;
const hours = ["09:00", "10:00", "11:00", "13:00", "14:00", "15:00", "16:00", "17:00"];

/** One place in a fortnight for each client of a therapist, so that no two of theirs meet at the door. */
export function writeSessions(seed: Seed, stories: readonly Story[], now: Date): void {
  const places = new Map<string, number>();
  for (const story of stories) {
    const therapistId = story.therapist.id ?? "";
    const place = places.get(therapistId) ?? 0;
    places.set(therapistId, place + 1);
    if (story.person.hasAccepted !== false) writeFortnights(seed, story, place, now);
  }
  for (const [at, [first, second]] of couples.entries()) {
    const story = stories.find(({ person }) => person.name === first);
    if (story && !endOf(first)) writeOfTwo(seed, story, idOf("couple", first, second), at, now);
  }
}

type Booked = {
  id: string;
  subject: { clientId: string } | { coupleId: string };
  startsAt: Date;
  place: string;
  bookedAt: Date;
};

function writeFortnights(seed: Seed, story: Story, place: number, now: Date): void {
  const { today, startDate, clientId, chance } = story;
  const slot = Math.floor(place / 2);
  const time = hours[Math.floor(slot / 5) % hours.length] ?? "18:00";
  const days = datesFrom(startDate, addDays(today, 14)).filter(
    (date) =>
      addDays(mondayOf(date), slot % 5) === date && Math.floor(toEpochDay(mondayOf(date)) / 7) % 2 === place % 2,
  );
  for (const date of days) {
    if (date > story.lastDay && story.lastDay < today) continue;
    const luck = chance("session", date);
    const startsAt = localInstant(date, time, sampleZone);
    const booked = {
      id: story.id("session", date),
      subject: { clientId },
      startsAt,
      place: luck.pick(sessionPlaces),
      bookedAt: bookedAt(date, now),
    };
    writeBooking(seed, story, booked);
    const over = new Date(startsAt.getTime() + (minutes + 5) * 60_000);
    const draw = luck.next();
    if (over < now) writeEnd(seed, story, booked, draw < 0.86 ? "done" : draw < 0.92 ? "missed" : "cancelled", over);
    else if (startsAt > now && draw < 0.06) writeWish(seed, story, booked, now);
  }
}

const bookedAt = (date: LocalDate, now: Date): Date => {
  const usual = localInstant(addDays(date, -14), "17:05", sampleZone);
  return usual < now ? usual : new Date(now.getTime() - 3 * 3_600_000);
};

/** Two together: once a week ago, and once in a week. */
function writeOfTwo(seed: Seed, story: Story, coupleId: string, at: number, now: Date): void {
  const friday = addDays(mondayOf(story.today), 4);
  for (const date of [addDays(friday, -7), addDays(friday, 7)]) {
    const startsAt = localInstant(date, hours[at % hours.length] ?? "18:00", sampleZone);
    const booked = {
      ...{ id: idOf("session", coupleId, date), subject: { coupleId }, startsAt },
      ...{ place: coupleSessionPlace, bookedAt: bookedAt(date, now) },
    };
    if (date < story.startDate) continue;
    writeBooking(seed, story, booked);
    const over = new Date(startsAt.getTime() + (minutes + 5) * 60_000);
    if (over < now) writeEnd(seed, story, booked, "done", over);
  }
}

function writeBooking(seed: Seed, story: Story, booked: Booked): void {
  const by = story.therapist;
  const { id, subject, bookedAt: at } = booked;
  write(seed, appointment, { id, ...subject, bookedBy: by.id ?? "", bookedAt: at });
  writeStep(seed, story, booked, { ordinal: 1, kind: "booked", at });
}

type End = "done" | "missed" | "cancelled";

function writeEnd(seed: Seed, story: Story, booked: Booked, kind: End, at: Date): void {
  const isDone = kind === "done";
  const reason = isDone ? null : story.chance("reason", booked.id).pick(sessionReasons);
  writeStep(seed, story, booked, { ordinal: 2, kind, at, cause: isDone ? null : "client", reason });
  if (isDone) writeNote(seed, story, booked.id, at, "coupleId" in booked.subject ? coupleNote : undefined);
}

type Step = { ordinal: number; kind: StepKind; at: Date; cause?: Cause | null; reason?: string | null };

function writeStep(seed: Seed, story: Story, booked: Booked, { ordinal, kind, at, cause = null, reason = null }: Step) {
  const id = idOf("session-step", booked.id, ordinal);
  const by = story.therapist;
  write(seed, appointmentStep, {
    ...{ id, appointmentId: booked.id, ordinal, kind, startsAt: booked.startsAt, minutes, isListed: true, cause },
    placeSealed: sealedWords(appointmentStepPlace, booked.place, id),
    reasonSealed: sealedOrNull(appointmentStepReason, reason, id),
    ...{ decidedBy: by.id ?? "", decidedAt: at },
  });
  noteAudit(seed, { at, by, action: `appointments.${kind}`, id: booked.id, clientId: story.clientId });
}

function writeWish(seed: Seed, story: Story, booked: Booked, now: Date): void {
  const { clientId, client } = story;
  const id = idOf("session-wish", booked.id);
  const at = new Date(now.getTime() - 2 * 3_600_000);
  const wordsSealed = sealedWords(appointmentWishWords, story.chance("wish", id).pick(moveWishes), id);
  write(seed, appointmentWish, { id, appointmentId: booked.id, clientId, ordinal: 1, wordsSealed, askedAt: at });
  noteAudit(seed, { at, by: client, action: "appointments.move-asked", id: booked.id, clientId });
}
