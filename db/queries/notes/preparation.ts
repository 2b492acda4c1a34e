import type { Appointment } from "@/db/queries/appointments/appointment-rows";
import { type ClientOverview, getClientOverview } from "@/db/queries/clients/client-overview";
import { getClientWords } from "@/db/queries/clients/client-words";
import type { WrittenEntry } from "@/db/queries/clients/written-entry";
import { type CouplePerson, getCouple } from "@/db/queries/couples/couple";
import { goalsOf } from "@/db/queries/goals/goals";
import { byKey } from "@/db/queries/messages/correspondence";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { SharedWeek } from "@/lib/couples/shared-scores";
import type { Exercise } from "@/lib/exercises/exercise";
import type { Goal } from "@/lib/goals/goal";
import type { Written } from "@/lib/notes/preparation";
import type { Happened } from "@/lib/notes/since-last";
import { type AgreedBefore, agreedBefore, sessionBefore, spanBefore } from "./before-session";
import { happenedTo } from "./since-last";

export type PreparationOfOne = {
  kind: "one";
  before: Date | null;
  agreed: AgreedBefore | null;
  happened: Happened;
  written: Written[];
  exercises: ReadonlyMap<string, Exercise>;
  overview: ClientOverview;
  goals: Goal[];
};

/** Of two, as far as each lets the other see: nothing that is on this sheet is new to either of them. */
export type PreparationOfTwo = {
  kind: "two";
  before: Date | null;
  agreed: AgreedBefore | null;
  people: { name: string; practisedDays: number | null; weeks: SharedWeek[] | null }[];
};

export type Preparation = PreparationOfOne | PreparationOfTwo;

/** What a session is prepared from. Reading it is recorded as what it is read from: the overview, the words, the couple. */
export async function getPreparation(scope: Scope<StaffActor>, one: Appointment): Promise<Preparation> {
  const earlier = { before: sessionBefore(scope, one), agreed: agreedBefore(scope, one) };
  if (one.coupleId) {
    const { before, agreed } = await atOnce(earlier);
    const span = spanBefore(one, before, scope.now);
    return { kind: "two", before, agreed, people: one.isOfEndedLink ? [] : await peopleOf(scope, one.coupleId, span) };
  }
  const span = earlier.before.then((before) => spanBefore(one, before, scope.now));
  const { before, agreed, happened, overview, words, goals } = await atOnce({
    ...earlier,
    happened: span.then((known) => happenedTo(scope, one.clientId, known)),
    overview: getClientOverview(scope, one.clientId),
    goals: goalsOf(scope, one.clientId),
    words: getClientWords(scope, one.clientId, spanBefore(one, null, scope.now).until),
  });
  const { from } = await span;
  return {
    ...{ kind: "one", before, agreed, happened, overview, goals },
    written: words.entries.filter(({ at }) => at > from).flatMap(writtenIn),
    exercises: byKey(overview.header.enrolment?.version ?? null),
  };
}

/** The words of an entry that its client wrote freely. */
function writtenIn(entry: WrittenEntry): Written[] {
  const { date } = entry;
  if (entry.kind === "check") return entry.note ? [{ date, about: "with a check", words: entry.note }] : [];
  if (entry.kind === "move")
    return entry.situation ? [{ date, about: "about a distance move", words: entry.situation }] : [];
  return entry.reflection ? [{ date, about: "after an exercise", words: entry.reflection }] : [];
}

async function peopleOf(scope: Scope<StaffActor>, coupleId: string, span: { from: Date; until: Date }) {
  const { first, second, isOpen } = await getCouple(scope, coupleId);
  // Closed, neither sees anything of the other: both know that from their own pages.
  if (!isOpen) return [];
  const days = await atOnce({ first: practisedDays(scope, first, span), second: practisedDays(scope, second, span) });
  return [
    { name: first.header.name, practisedDays: days.first, weeks: sharedWeeks(first) },
    { name: second.header.name, practisedDays: days.second, weeks: sharedWeeks(second) },
  ];
}

const sharedWeeks = ({ shares, weeks }: CouplePerson): SharedWeek[] | null =>
  shares.includes("connection-weeks") ? weeks : null;

/** On how many days something was practised, of who lets the other see that; null of who keeps it. */
async function practisedDays(
  scope: Scope<StaffActor>,
  { shares, header }: CouplePerson,
  span: { from: Date; until: Date },
): Promise<number | null> {
  if (!shares.includes("practice-days")) return null;
  const { attempts } = await happenedTo(scope, header.id, span);
  return new Set(attempts.filter(({ outcome }) => outcome !== "skipped").map(({ date }) => date)).size;
}
