import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { getOwnTimings } from "@/db/queries/letters/letter-timing";
import type { StaffActor } from "@/lib/actor";
import { kindOf, type LetterTiming, letterDueAt, type TimedLetter, timedLetters } from "@/lib/messages/letter-timing";
import type { TimingForm } from "@/lib/messages/timing-form";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { account } from "../../schema/identity";
import { letterTiming } from "../../schema/letter-timing";
import { outboxLetter } from "../../schema/outbox";
import type { Scope } from "../../scope";
import { lockColleague } from "../identity/colleague";

/** One's own choice, from this moment on; what waits to be sent goes by it too. Chosen again, it changes nothing. */
export async function chooseTiming(scope: Scope<StaffActor>, form: TimingForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "letters.choose");
  const { practiceId, accountId } = actor;
  await lockColleague(scope, accountId);
  const { timings, newestAt } = await getOwnTimings(scope);
  const changed = timedLetters.filter((group) => timings[group] !== form[group]);
  if (changed.length === 0) return;
  const chosenAt = afterAll(newestAt ? [newestAt] : [], now);
  const rows = changed.map((about) => ({
    practiceId,
    id: randomUUID(),
    accountId,
    about,
    timing: form[about],
    chosenAt,
  }));
  await tx.insert(letterTiming).values(rows);
  const [own] = await tx
    .select({ zone: account.zone })
    .from(account)
    .where(and(eq(account.practiceId, practiceId), eq(account.id, accountId)));
  for (const group of changed) await dateAnew(scope, group, form[group], own?.zone ?? actor.zone);
  await recordAudit(scope, "letters.timing-chosen", { id: rows[0]?.id ?? null });
}

/** What has not been handed over yet goes when it is wanted now, or not at all. */
async function dateAnew(
  { actor, tx, now }: Scope<StaffActor>,
  group: TimedLetter,
  timing: LetterTiming,
  zone: string,
): Promise<void> {
  if (group === "week" && timing !== "off") return;
  const dueAt = letterDueAt(timing, now, zone);
  await tx
    .update(outboxLetter)
    .set(dueAt ? { dueAt } : { setAsideAt: now })
    .where(
      and(
        eq(outboxLetter.practiceId, actor.practiceId),
        eq(outboxLetter.accountId, actor.accountId),
        inArray(outboxLetter.aboutKind, [group === "week" ? group : kindOf(group)]),
        isNull(outboxLetter.sentAt),
        isNull(outboxLetter.setAsideAt),
        isNull(outboxLetter.handedOverAt),
      ),
    );
}
