import { builtInProtocol } from "@/lib/protocol/built-in";
import { clientWords } from "@/lib/protocol/client-words";
import type { Decision } from "@/lib/protocol/decision";
import type { ProtocolPath } from "@/lib/protocol/path";
import { protocolPath } from "@/lib/protocol/schedule";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { localDate, localInstant } from "@/lib/time/zone";
import type { SamplePerson } from "./person";
import { clientAccountId, clientId, partnerOf, sampleZone, staffId } from "./personas";
import type { Actorish } from "./seed-writer";
import { type Chance, chanceOf, idOf } from "./seeded-random";

/** A person with the days that their history falls on: what every part of the seed writes from. */
export type Story = {
  person: SamplePerson;
  clientId: string;
  enrolmentId: string;
  client: Actorish;
  therapist: Actorish;
  zone: string;
  now: Date;
  today: LocalDate;
  startDate: LocalDate;
  /** The last day on which anything was asked of them: today, or the end of the protocol. */
  lastDay: LocalDate;
  decisions: Decision[];
  path: ProtocolPath;
  id: (...name: (string | number)[]) => string;
  chance: (...name: (string | number)[]) => Chance;
  /** The instant at which the person's clock shows this time; null while that is still to come. */
  at: (date: LocalDate, hour: number, minute: number) => Date | null;
  isAway: (date: LocalDate) => boolean;
  /** A sentence with the partner's name in its place. */
  said: (words: string) => string;
};

export function storyOf(person: SamplePerson, now: Date): Story {
  const zone = person.zone ?? sampleZone;
  const today = localDate(now, zone);
  const startDate = addDays(today, -person.day);
  const id = (...name: (string | number)[]) => idOf(person.name, ...name);
  const partner = partnerOf(person);
  const decisions = (person.decisions ?? []).map(({ onDay, change }, i): Decision => {
    const effectiveOn = addDays(startDate, onDay);
    return {
      id: id("decision", i),
      effectiveOn,
      madeAt: localInstant(addDays(effectiveOn, -1), "16:40", zone),
      change: typeof change === "function" ? change(startDate) : change,
    };
  });
  const away = (person.away ?? []).map(([first, last]) => [addDays(startDate, first), addDays(startDate, last)]);
  const path = protocolPath({ version: builtInProtocol, enrolment: { startDate, zone }, decisions, today });
  return {
    person,
    clientId: clientId(person),
    enrolmentId: id("enrolment"),
    client: { id: clientAccountId(person), role: "client" },
    therapist: { id: staffId(person.therapist), role: "therapist" },
    zone,
    now,
    today,
    startDate,
    decisions,
    path,
    lastDay: path.endsOn !== null && path.endsOn < today ? path.endsOn : today,
    id,
    chance: (...name) => chanceOf(person.name, ...name),
    at: (date, hour, minute) => {
      const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
      const instant = localInstant(date, time, zone);
      return instant < now ? instant : null;
    },
    isAway: (date) =>
      away.some(([first, last]) => first !== undefined && last !== undefined && date >= first && date <= last),
    said: (words) => clientWords(words, partner),
  };
}
