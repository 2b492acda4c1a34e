import { safetyCheck, safetyCheckMember } from "@/db/schema/safety-check";
import type { DueMeasure } from "@/lib/protocol/assessments-due";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { ownDaysOf } from "@/lib/protocol/definition";
import { phaseStart } from "@/lib/protocol/milestones";
import { addDays } from "@/lib/time/local-date";
import { couples } from "./personas";
import { type Book, noteAudit, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";

/** The therapist asked once more in the second week, which is when a stop came up. */
export const askedAgain = "safety-and-steadiness:asked-again";

const instrument = "safety-and-steadiness";

/** Every asking of the safety questions so far: at enrolment, on the own days before each phase, and once besides for a stop. */
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
  const stoppedOn = addDays(startDate, 12);
  const again: DueMeasure = {
    instrument,
    key: askedAgain,
    moment: { at: "week", week: 2 },
    opensOn: stoppedOn,
    dueOn: addDays(startDate, 13),
    expiresOn: addDays(startDate, 13),
  };
  return [first, ...phases, ...(person.screening === "stop" && stoppedOn <= today ? [again] : [])];
}

/** The asking behind a card: of both together where they are linked by then, and own days that begin with it. */
export function writeCheck(book: Book, story: Story, due: DueMeasure, assessmentId: string): void {
  const { person, clientId, at, now, therapist } = story;
  const pair = due.moment.at === "before-phase" ? couples.find((two) => two.includes(person.name)) : undefined;
  const coupleId = pair ? idOf("couple", ...pair) : null;
  const id = coupleId ? idOf("check", coupleId, due.key) : story.id("check", due.key);
  const askedAt = at(due.opensOn, 0, 5) ?? now;
  const kind = due.moment.at === "before-phase" ? "phase" : due.key === askedAgain ? "extra" : "first";
  if (!pair || pair[0] === person.name) {
    const askedBy = kind === "phase" ? null : therapist.id;
    write(book, safetyCheck, { id, coupleId, kind, askedBy, askedAt, ownFrom: coupleId ? askedAt : null });
  }
  write(book, safetyCheckMember, { id: story.id("check-member", due.key), checkId: id, clientId, assessmentId });
  noteAudit(book, { at: askedAt, by: therapist, action: "safety.check-asked", id: assessmentId, clientId });
}
