import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { chooseExercises } from "@/db/commands/exercises/put-away";
import { chooseLetters } from "@/db/commands/letters/choose-letters";
import { chooseReminders, restReminders } from "@/db/commands/letters/choose-reminders";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { connect } from "@/db/connect";
import { consent } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { reminderChoice } from "@/db/schema/reminder-choice";
import { withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { mailed } from "@/db/testing/mailed";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { decide, logAttempt } from "@/db/testing/protocol";
import { reminderForm } from "@/lib/messages/reminder-form";
import { remindAtHours } from "./remind-at-hours";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
afterAll(() => workers.end());

/** Monday of the first week, in London in winter. */
const at = (day: number, hour: number, minute = 0) =>
  new Date(testNow.getTime() + day * 86_400_000 + (hour - 10) * 3_600_000 + minute * 60_000);

/** A client who accepted and chose to be reminded: of the exercise at nineteen, of the check at eight. */
async function reminded(hours: Record<string, string> = { exerciseHour: "19", checkHour: "8" }) {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, client.accountId)),
  );
  await withScope(pool, client, testNow, (scope) => chooseReminders(scope, reminderForm.parse(hours)));
  const remind = (now: Date) => remindAtHours(workers, practice.system, now);
  const letters = () =>
    withScope(pool, practice.system, testNow, ({ tx }) =>
      tx
        .select({ kind: outboxLetter.aboutKind, on: outboxLetter.aboutOn, setAsideAt: outboxLetter.setAsideAt })
        .from(outboxLetter)
        .where(eq(outboxLetter.aboutId, client.clientId))
        .orderBy(asc(outboxLetter.createdAt), asc(outboxLetter.aboutKind)),
    );
  return { practice, client, remind, letters };
}

const byHour = (kind: string, on: string) => ({ kind, on, setAsideAt: null });

describe("reminders at chosen hours", () => {
  it("are written at their hour, once a day, whoever looks and however often", async () => {
    const { remind, letters } = await reminded();
    expect(await remind(at(1, 7, 59))).toBe(0);
    const round = await Promise.all([1, 2, 3].map(() => remind(at(1, 8))));
    expect(round.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await remind(at(1, 9))).toBe(0);
    expect(await remind(at(1, 19))).toBe(1);
    expect(await remind(at(1, 19, 5))).toBe(0);
    expect(await remind(at(2, 8))).toBe(1);
    expect(await letters()).toEqual([
      byHour("check-hour", "2026-11-24"),
      byHour("exercise-hour", "2026-11-24"),
      byHour("check-hour", "2026-11-25"),
    ]);
  });

  it("are one letter where both hours are one", async () => {
    const { remind, letters, practice } = await reminded({ exerciseHour: "19", checkHour: "19" });
    expect(await remind(at(1, 19))).toBe(1);
    expect((await letters()).map(({ setAsideAt }) => setAsideAt)).toEqual([at(1, 19), null]);
    expect(await mailed(pool, practice.practiceId, at(1, 19, 1))).toHaveLength(1);
    expect(await remind(at(1, 19, 2))).toBe(0);
  });

  it("do not come on a day on which it is done", async () => {
    const { client, remind } = await reminded();
    await withScope(pool, client, at(1, 7), (scope) =>
      saveConnectionCheck(scope, { id: randomUUID(), score: 6, note: null }),
    );
    expect(await remind(at(1, 8))).toBe(0);
    for (const exerciseKey of ["one-real-feeling", "ask-for-a-favour"])
      await logAttempt(pool, client, { exerciseKey, localDate: "2026-11-24" });
    expect(await remind(at(1, 19))).toBe(0);
    expect(await remind(at(2, 8))).toBe(1);
  });

  it("rest in a pause, after an end, without agreement, without access to the pages, and put away", async () => {
    const paused = await reminded();
    await decide(pool, paused.practice.therapist, paused.client.clientId, { kind: "pause", until: null });
    const ended = await reminded();
    await decide(pool, ended.practice.therapist, ended.client.clientId, { kind: "end", followUps: true });
    const withdrawn = await reminded();
    const { practiceId, clientId } = withdrawn.client;
    await withScope(pool, withdrawn.practice.system, at(0, 11), ({ tx, now }) =>
      tx.insert(consent).values({
        ...{ practiceId, clientId, document: "portal", version: 1 },
        ...{ id: randomUUID(), decision: "withdrawn", decidedAt: now },
      }),
    );
    const notArrived = await reminded();
    await withScope(pool, notArrived.practice.system, testNow, ({ tx }) =>
      tx.update(account).set({ passwordHash: null }).where(eq(account.id, notArrived.client.accountId)),
    );
    for (const { remind } of [paused, ended, withdrawn, notArrived])
      expect([await remind(at(1, 8)), await remind(at(1, 19))]).toEqual([0, 0]);
    const away = await reminded();
    await withScope(pool, away.client, testNow, (scope) => chooseExercises(scope, { choice: "away" }));
    expect([await away.remind(at(1, 8)), await away.remind(at(1, 19))]).toEqual([1, 0]);
  });

  it("tell nothing of a stop or of a safety event: they come as they would have come", async () => {
    const plain = await reminded();
    const stopped = await reminded();
    await withScope(pool, stopped.practice.therapist, testNow, (scope) =>
      raiseGate(scope, { clientId: stopped.client.clientId, kind: "stop", reason: "He reads her messages." }),
    );
    const unsafe = await reminded();
    await withScope(pool, unsafe.client, testNow, (scope) => sayNotSafe(scope, {}));
    const seen = [];
    for (const { remind, letters } of [plain, stopped, unsafe]) {
      for (const day of [0, 1, 2, 6, 7, 8]) for (const hour of [8, 19]) await remind(at(day, hour));
      seen.push(await letters());
    }
    const [first = [], ...others] = seen;
    expect(first.length).toBeGreaterThan(8);
    for (const other of others) expect(other).toEqual(first);
  });

  it("rest for a week where somebody said so, and come back on the day that was named", async () => {
    const { client, remind } = await reminded();
    await withScope(pool, client, at(1, 6), (scope) => restReminders(scope, { rest: "week" }));
    expect(await remind(at(1, 8))).toBe(0);
    expect(await remind(at(7, 19))).toBe(0);
    expect(await remind(at(8, 8))).toBe(1);
    await withScope(pool, client, at(8, 9), (scope) => restReminders(scope, { rest: "week" }));
    await withScope(pool, client, at(8, 10), (scope) => restReminders(scope, { rest: "over" }));
    expect(await remind(at(8, 19))).toBe(1);
  });

  it("stop for good once “never” was chosen, and stand in no letter box of who wants no letters", async () => {
    const { client, remind } = await reminded();
    await withScope(pool, client, at(0, 11), (scope) => chooseReminders(scope, reminderForm.parse({})));
    expect([await remind(at(1, 8)), await remind(at(1, 19))]).toEqual([0, 0]);
    const silent = await reminded();
    await withScope(pool, silent.client, testNow, (scope) => chooseLetters(scope, { letters: "no" }));
    expect(await silent.remind(at(1, 8))).toBe(0);
  });

  it("are set aside where the mail server was away for their hours", async () => {
    const { practice, remind, letters } = await reminded();
    await remind(at(1, 19));
    expect(await mailed(pool, practice.practiceId, at(1, 21))).toHaveLength(0);
    expect(await letters()).toMatchObject([{ kind: "exercise-hour", setAsideAt: at(1, 21) }]);
  });
});

describe("choosing the hours", () => {
  it("adds a row for each change and none for the same choice", async () => {
    const { practice, client } = await reminded({ exerciseHour: "19" });
    const again = reminderForm.parse({ exerciseHour: "19" });
    await withScope(pool, client, at(1, 9), (scope) => chooseReminders(scope, again));
    await withScope(pool, client, at(1, 9), (scope) => restReminders(scope, { rest: "over" }));
    await withScope(pool, client, at(1, 9), (scope) => chooseReminders(scope, { ...again, checkHour: 8 }));
    const rows = await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx
        .select({ exercise: reminderChoice.exerciseHour, check: reminderChoice.checkHour })
        .from(reminderChoice)
        .where(eq(reminderChoice.clientId, client.clientId))
        .orderBy(asc(reminderChoice.chosenAt)),
    );
    expect(rows).toEqual([
      { exercise: 19, check: null },
      { exercise: 19, check: 8 },
    ]);
  });
});
