import { randomUUID } from "node:crypto";
import { checkVersionFor } from "@/db/queries/safety/check-version";
import { gateHistory } from "@/db/queries/safety/safety-gate";
import { FIRST_CHECK } from "@/lib/safety/check-instruments";
import { placeInHistory } from "@/lib/safety/gate";
import type { WeekCalendar } from "@/lib/safety/practice-week";
import { weekFirstDay } from "@/lib/safety/practice-week";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessment } from "../../schema/assessments";
import { safetyCheck, safetyCheckMember } from "../../schema/safety-check";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";

export type CheckKind = "first" | "phase" | "drawn" | "extra" | "renewal";

/** Somebody who is asked, locked until this transaction ends. */
export type AskedPerson = { clientId: string; accountId: string; zone: string; mayGetLetter: boolean };

type Asking = {
  kind: CheckKind;
  people: readonly AskedPerson[];
  coupleId: string | null;
  /** The weeks of everybody who is asked: the card stays until the one ends in which it is asked. */
  calendar: WeekCalendar;
  /** The last day of the card, where it is another. */
  lastDay?: LocalDate;
};

/** The check, and the card of each by client. */
export type OpenedCheck = { checkId: string; cards: Record<string, string> };

/**
 * Asks everybody at once, whether or not each can answer now. For a couple own days begin with it: that is what closes joint
 * steps, and no answer does. One letter to both in the same minute, or to neither.
 */
export async function openCheck(
  scope: Scope,
  { kind, people, coupleId, calendar, lastDay }: Asking,
): Promise<OpenedCheck> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const id = randomUUID();
  const histories = await Promise.all(people.map(({ clientId }) => gateHistory(scope, clientId)));
  const askedAt = new Date(Math.max(...histories.map((history) => placeInHistory(history, "wait", now).getTime())));
  const askedBy = actor.kind === "staff" ? actor.accountId : null;
  await tx
    .insert(safetyCheck)
    .values({ practiceId, id, coupleId, kind, askedBy, askedAt, ownFrom: coupleId ? askedAt : null });
  const dueOn = lastDay ?? addDays(weekFirstDay(calendar, now), 6);
  const today = localDate(now, calendar.zone);
  const cards: Record<string, string> = {};
  for (const person of people) {
    const assessmentId = randomUUID();
    cards[person.clientId] = assessmentId;
    await tx.insert(assessment).values({
      practiceId,
      id: assessmentId,
      clientId: person.clientId,
      instrumentVersionId: await checkVersionFor(scope, person.clientId),
      occasion: `${FIRST_CHECK}:check-${id}`,
      opensOn: earlier(today, localDate(now, person.zone)),
      dueOn,
      expiresOn: dueOn,
      assignedBy: askedBy,
      assignedAt: now,
    });
    await tx
      .insert(safetyCheckMember)
      .values({ practiceId, id: randomUUID(), checkId: id, clientId: person.clientId, assessmentId });
    await recordAudit(scope, "safety.check-asked", { id: assessmentId, clientId: person.clientId });
  }
  if (people.every(({ mayGetLetter }) => mayGetLetter))
    for (const { accountId } of people) await queueLetter(scope, { accountId, about: { kind: "check", id } });
  return { checkId: id, cards };
}

/** Who lives behind the others' clock gets the card with them all the same. */
const earlier = (one: LocalDate, other: LocalDate): LocalDate => (other < one ? other : one);
