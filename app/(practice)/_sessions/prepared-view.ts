import type { Preparation, PreparationOfOne, PreparationOfTwo } from "@/db/queries/notes/preparation";
import { signalOf } from "@/lib/connection/connection-status";
import { summariseConnection } from "@/lib/connection/connection-summary";
import { formatDay, initialsOfTwo } from "@/lib/format";
import { type Goal, isOpenAfter, measureWords, newestStep } from "@/lib/goals/goal";
import {
  askedAbout,
  checkLine,
  excerpt,
  fitted,
  leftOutLines,
  movesLine,
  type Prepared,
  practiceLines,
  writtenLines,
} from "@/lib/notes/preparation";
import { type WorthAsking, worthAsking } from "@/lib/notes/questions";
import { counted } from "@/lib/plural";
import { inForce, inOrder, rulesOf } from "@/lib/protocol/decision";
import { localDate } from "@/lib/time/zone";
import { dimensionsView } from "../clients/[clientId]/overview/dimensions-view";

export type PreparedView = { sections: Prepared[]; questions: WorthAsking[] };

type Clock = { now: Date; zone: string };

/** A sheet that fits on one page. Nothing on it is there, or missing, because of what safety holds. */
export const preparedView = (preparation: Preparation, clock: Clock): PreparedView =>
  preparation.kind === "one" ? ofOne(preparation, clock) : ofTwo(preparation);

const agreedLines = ({ agreed }: Pick<Preparation, "agreed">): string[] => (agreed?.agreed ? [agreed.agreed] : []);

function ofOne(preparation: PreparationOfOne, { now }: Clock): PreparedView {
  const { happened, written, exercises, overview } = preparation;
  const { header, sittings, estimates, checks } = overview;
  const today = localDate(now, header.zone);
  const startDate = header.enrolment?.startDate ?? checks[0]?.date ?? today;
  const values = checks.map(({ date, score }) => ({ date, value: score }));
  // Words of gain wait for the gate: a sheet that held them would say what the gate is.
  const connection = summariseConnection(values, startDate, today, { tellsRise: false });
  const isLower = signalOf(connection.status) !== "none";
  const dimensions = dimensionsView(sittings, estimates, false, (date) => formatDay(date, today));
  const changed = [...(isLower ? [connection.sentence] : []), ...(dimensions?.falls ? [dimensions.falls] : [])];
  const sections: Prepared[] = [
    { key: "agreed", title: "Agreed last time", lines: agreedLines(preparation) },
    { key: "goals", title: "Goals, in their words", lines: goalLinesOf(preparation.goals, today) },
    { key: "changed", title: "Lower beyond measurement error", lines: changed },
    { key: "checks", title: "Connection", lines: [checkLine(happened.checks)] },
    { key: "practice", title: "Practice", lines: practiceLines(happened.attempts, exercises) },
    { key: "left-out", title: "Left out, and why", lines: leftOutLines(happened.attempts, exercises, today) },
    { key: "wrote", title: "What the client wrote", lines: writtenLines(written, today) },
    { key: "moves", title: "Deactivating strategies", lines: movesLine(happened.moves) },
    { key: "decisions", title: "Decisions in force", lines: decisionLines(preparation, today) },
  ];
  const about = askedAbout(happened, {
    ...{ hasFallen: changed.length > 0, hasAgreed: agreedLines(preparation).length > 0 },
    wrote: written.length + happened.messages.length,
  });
  return { sections: fitted(sections), questions: worthAsking(about) };
}

/** “Say what I need, without a fight.” Line on connection at 7, agreed 3 November. */
const goalLinesOf = (goals: readonly Goal[], today: string): string[] =>
  goals
    .map(newestStep)
    .filter(({ kind }) => isOpenAfter(kind))
    .map(({ words, measure, line, agreedOn }) => {
      const agreed = `agreed ${formatDay(agreedOn, today)}.`;
      return `“${excerpt(words)}” ${measure === null ? `Without a line, ${agreed}` : `Line on ${measureWords(measure)} at ${line}, ${agreed}`}`;
    });

function decisionLines({ overview: { header }, exercises }: PreparationOfOne, today: string): string[] {
  const say = (date: string) => formatDay(date, today);
  const telling = { title: (key: string) => exercises.get(key)?.title ?? "an exercise", say, undone: null };
  return inForce(inOrder(header.enrolment?.decisions ?? []), today)
    .slice(-4)
    .reverse()
    .map(({ change, effectiveOn }) => `${rulesOf(change).sentence(change, telling)}, from ${say(effectiveOn)}.`);
}

type Person = PreparationOfTwo["people"][number];

function withInitials(people: readonly Person[]): (Person & { initials: string })[] {
  const [first, second] = people;
  if (!first || !second) return [];
  const [one, other] = initialsOfTwo(first.name, second.name);
  return [
    { ...first, initials: one },
    { ...second, initials: other },
  ];
}

function ofTwo(preparation: PreparationOfTwo): PreparedView {
  const people = withInitials(preparation.people);
  const sections: Prepared[] = [
    { key: "agreed", title: "Agreed last time", lines: agreedLines(preparation) },
    {
      key: "practice",
      title: "Days on which each practised",
      lines: people.flatMap(({ initials, practisedDays }) =>
        practisedDays === null ? [] : [`${initials}: ${counted(practisedDays, "day")}.`],
      ),
    },
    {
      key: "checks",
      title: "Connection, week by week",
      lines: people.flatMap(({ initials, weeks }) => {
        const known = (weeks ?? []).filter(({ score }) => score !== null).slice(-4);
        return known.length === 0
          ? []
          : [`${initials}: ${known.map(({ week, score }) => `week ${week}, ${score}`).join("; ")}.`];
      }),
    },
  ];
  const none = { leftOut: 0, highBefore: 0, eased: 0, measured: 0, moves: 0, wrote: 0 };
  const about = { ...none, hasFallen: false, hasAgreed: agreedLines(preparation).length > 0, isQuiet: false };
  return { sections: fitted(sections), questions: worthAsking(about) };
}
