import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { timingsOf } from "@/db/queries/letters/letter-timing";
import { newestChoiceOf } from "@/db/queries/letters/letters";
import { reminderChoiceOf } from "@/db/queries/letters/reminder-choice";
import { hourKinds, type LetterKind } from "@/lib/messages/letter-kinds";
import { kindOf } from "@/lib/messages/letter-timing";
import { isStaffStop } from "@/lib/messages/stop-kinds";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { account } from "../../schema/identity";
import { letterTiming } from "../../schema/letter-timing";
import { letterChoice, outboxLetter } from "../../schema/outbox";
import { reminderChoice } from "../../schema/reminder-choice";
import { type SystemScope, withSystemScope } from "../identity/with-system-scope";
import type { Stop } from "./letter-token";
import { setLettersAside } from "./set-letters-aside";

type Person = { accountId: string; clientId: string | null };

/**
 * By the link in a letter, which is all that whoever follows it has to show: letters of this one kind to this one account stop,
 * and nothing else can be done with it. Stopped already, it changes nothing.
 */
export async function stopLetters(pool: Pool, stop: Stop, now: Date): Promise<void> {
  await withSystemScope(pool, stop.practiceId, now, async (scope) => {
    const person = await lockPerson(scope, stop.accountId);
    if (!person || isStaffStop(stop.kind) === (person.clientId !== null)) return;
    if (await stopOne(scope, person, stop.kind))
      await recordAudit(scope, "letters.stopped-by-link", { id: person.accountId, clientId: person.clientId });
  });
}

/** In the order of everybody who changes something of theirs: a client's row, or else the account. */
async function lockPerson({ actor, tx }: SystemScope, accountId: string): Promise<Person | undefined> {
  const [theirs] = await tx
    .select({ accountId: client.accountId, clientId: client.id })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.accountId, accountId)))
    .for("no key update");
  if (theirs) return theirs;
  const [row] = await tx
    .select({ accountId: account.id })
    .from(account)
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)))
    .for("update");
  return row && { ...row, clientId: null };
}

/** True where something was changed. */
async function stopOne(scope: SystemScope, { accountId, clientId }: Person, kind: Stop["kind"]): Promise<boolean> {
  const { actor, tx, now } = scope;
  const row = { practiceId: actor.practiceId, id: randomUUID() };
  if (isStaffStop(kind)) {
    const { timings, newestAt } = await timingsOf(scope, accountId);
    if (timings[kind] === "off") return false;
    const chosenAt = afterAll(newestAt ? [newestAt] : [], now);
    await tx.insert(letterTiming).values({ ...row, accountId, about: kind, timing: "off", chosenAt });
    await asideOf(scope, accountId, [kind === "week" ? kind : kindOf(kind)]);
    return true;
  }
  if (kind === "hours") {
    if (!clientId) return false;
    const { chosenAt: earlier, ...stands } = (await reminderChoiceOf(scope, clientId)) ?? { chosenAt: null };
    if (!earlier || !("quietFrom" in stands)) return false;
    const none = { exerciseHour: null, checkHour: null };
    await tx
      .insert(reminderChoice)
      .values({ ...row, clientId, ...stands, ...none, chosenAt: afterAll([earlier], now) });
    await asideOf(scope, accountId, hourKinds);
    return true;
  }
  const newest = await newestChoiceOf(scope, accountId);
  if (newest?.wants === false) return false;
  const chosenAt = afterAll(newest ? [newest.chosenAt] : [], now);
  await tx.insert(letterChoice).values({ ...row, accountId, wantsLetters: false, chosenAt });
  await setLettersAside(scope, accountId);
  return true;
}

/** What waits of these kinds and was not handed over will not go out. */
async function asideOf(
  { actor, tx, now }: SystemScope,
  accountId: string,
  kinds: readonly LetterKind[],
): Promise<void> {
  await tx
    .update(outboxLetter)
    .set({ setAsideAt: now })
    .where(
      and(
        eq(outboxLetter.practiceId, actor.practiceId),
        eq(outboxLetter.accountId, accountId),
        inArray(outboxLetter.aboutKind, [...kinds]),
        isNull(outboxLetter.sentAt),
        isNull(outboxLetter.setAsideAt),
        isNull(outboxLetter.handedOverAt),
      ),
    );
}
