import { safetyCheck, safetyCheckMember } from "@/db/schema/safety-check";
import type { DueMeasure } from "@/lib/protocol/assessments-due";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { ownDaysOf } from "@/lib/protocol/definition";
import { phaseStart } from "@/lib/protocol/milestones";
import { CLEARANCE_WEEKS } from "@/lib/safety/gate";
import { addDays } from "@/lib/time/local-date";
import { couples, endOf } from "./personas";
import { noteAudit, type Seed, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";

/** The therapist asked once more in the second week, which is when a stop came up. */
export const askedAgain = "safety-and-steadiness:asked-again";

const instrument = "safety-and-steadiness";
const drawn = `${instrument}:drawn`;
const renewal = `${instrument}:renewal`;

/** The day that was drawn for every couple of the sample, in days since their start; and when a clearance of that week runs out. */
export const drawnDay = 30;
const renewedOn = drawnDay + 1 + CLEARANCE_WEEKS * 7;

/**
 * Every asking of the safety questions so far: at enrolment, on the own days before each phase, once besides for a stop, and of
 * a couple on the drawn day and when a clearance ran out.
 */
export function checksAsked({ path, person, startDate, today }: Story): DueMeasure[] {
  const first: DueMeasure = {
    instrument,
    key: `${instrument}:before-enrolment`,
    moment: { at: "before-enrolment" },
    opensOn: addDays(startDate, -9),
    dueOn: addDays(startDate, 6),
    expiresOn: addDays(startDate, 6),
  };
  const phases = builtInProtocol.phases.slice(1).flatMap(({ number }): DueMeasure[] => {
    const start = phaseStart(path, number);
    const opensOn = start && addDays(start, -ownDaysOf(builtInProtocol));
    if (!start || !opensOn || opensOn > today) return [];
    const dueOn = addDays(start, -1);
    const moment = { at: "before-phase", phase: number } as const;
    return [{ instrument, key: `${instrument}:before-phase-${number}`, moment, opensOn, dueOn, expiresOn: dueOn }];
  });
  const between = (key: string, day: number): DueMeasure[] => {
    const opensOn = addDays(startDate, day);
    const lastDay = addDays(startDate, day + 6 - (day % 7));
    const moment = { at: "week", week: Math.floor(day / 7) + 1 } as const;
    return opensOn <= today ? [{ instrument, key, moment, opensOn, dueOn: lastDay, expiresOn: lastDay }] : [];
  };
  const isAskedAgain = person.screening === "stop" || person.askedAgain;
  const pair = coupleOf(person);
  return [
    first,
    ...phases,
    ...(isAskedAgain ? between(askedAgain, 12) : []),
    // An extra check takes the drawn day.
    ...(pair && !isAskedAgain && endOf(pair[0]) === null ? between(drawn, drawnDay) : []),
    ...(pair ? between(renewal, renewedOn) : []),
  ];
}

const coupleOf = ({ name }: Pick<Story["person"], "name">) => couples.find((two) => two.includes(name));

const kinds: Readonly<Record<string, "extra" | "drawn" | "renewal">> = {
  [askedAgain]: "extra",
  [drawn]: "drawn",
  [renewal]: "renewal",
};

/** The asking behind a card: of both together where they are linked by then, and own days that begin with it. */
export function writeCheck(seed: Seed, story: Story, due: DueMeasure, assessmentId: string): void {
  const { person, clientId, at, now, therapist } = story;
  const pair = due.moment.at === "before-enrolment" ? undefined : coupleOf(person);
  const coupleId = pair ? idOf("couple", ...pair) : null;
  const id = coupleId ? idOf("check", coupleId, due.key) : story.id("check", due.key);
  const askedAt = at(due.opensOn, 0, 5) ?? now;
  const kind = due.moment.at === "before-phase" ? "phase" : (kinds[due.key] ?? "first");
  if (!pair || pair[0] === person.name) {
    const askedBy = kind === "first" || kind === "extra" ? therapist.id : null;
    write(seed, safetyCheck, { id, coupleId, kind, askedBy, askedAt, ownFrom: coupleId ? askedAt : null });
  }
  write(seed, safetyCheckMember, { id: story.id("check-member", due.key), checkId: id, clientId, assessmentId });
  noteAudit(seed, { at: askedAt, by: therapist, action: "safety.check-asked", id: assessmentId, clientId });
}
