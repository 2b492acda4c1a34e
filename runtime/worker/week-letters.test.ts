import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { setAbsence } from "@/db/commands/absence/set-absence";
import { chooseTiming } from "@/db/commands/letters/choose-timing";
import { markClientRead } from "@/db/commands/messages/mark-seen";
import { sendMessage } from "@/db/commands/messages/send-message";
import { connect } from "@/db/connect";
import { workingHours } from "@/db/schema/absence";
import { withScope } from "@/db/scope";
import { testPool, workerUrl } from "@/db/testing/database";
import { mailed } from "@/db/testing/mailed";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { absenceForm } from "@/lib/identity/absence-form";
import type { WorkingHours } from "@/lib/identity/working-hours";
import { letterWords, plainText } from "@/lib/messages/letter-words";
import { writeWeekLetters } from "./week-letters";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
afterAll(() => workers.end());

const monday = (time: string) => new Date(`2026-11-23T${time}Z`);
const sunday = new Date("2026-11-22T12:00:00Z");
const quiet = { messages: "off", reflections: "off", answers: "off" } as const;

/** A practice whose therapist wants nothing but the week’s letter, and whose client wrote on Sunday. */
async function ground() {
  const practice = await mintPractice(pool);
  const { therapist, colleague, system, practiceId } = practice;
  const client = await mintClient(pool, practice);
  const other = await mintClient(pool, practice, { name: "Dario", therapist: colleague });
  const choose = (week: "morning" | "off", at = sunday) =>
    withScope(pool, therapist, at, (scope) => chooseTiming(scope, { ...quiet, week }));
  await withScope(pool, therapist, new Date(sunday.getTime() - 1), (scope) =>
    chooseTiming(scope, { ...quiet, week: "morning" }),
  );
  await withScope(pool, client, sunday, (scope) => sendMessage(scope, { id: randomUUID(), body: "Are you there?" }));
  const write = (at: Date) => writeWeekLetters(workers, system, at);
  const sent = async (at: Date) => (await mailed(workers, practiceId, at)).filter(({ kind }) => kind === "week");
  return { practice, practiceId, therapist, colleague, system, client, other, choose, write, sent };
}

describe("the week’s letter", () => {
  it("goes once to who treats somebody and has something to read, and counts without naming", async () => {
    const { therapist, write, sent } = await ground();
    expect(await write(monday("07:59:59"))).toBe(0);
    const written = await Promise.all([1, 2, 3].map(() => write(monday("08:05:00"))));
    expect(written.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await write(monday("08:10:00"))).toBe(0);
    const got = await sent(monday("08:11:00"));
    expect(got.map(({ to }) => to)).toEqual([`${therapist.accountId}@staff.example`]);
    const [letter] = got;
    if (!letter) throw new Error("A letter was sent.");
    const words = letterWords(letter, { home: "https://a.example", thing: "https://a.example/letters/1", stop: null });
    expect(words.subject).toBe("Test practice: your week");
    expect(plainText(words)).toContain("as your week begins: 1 message to answer.");
    expect(plainText(words)).not.toMatch(/Ines|Dario|client|therap|safe/i);
  });

  it("goes as the hours begin, in the zone of whoever reads it", async () => {
    const { practiceId, therapist, system, write } = await ground();
    const hours: WorkingHours = [null, { from: "13:00", to: "18:00" }, null, null, null, null, null];
    await withScope(pool, system, sunday, ({ tx }) =>
      tx.insert(workingHours).values({
        ...{ practiceId, id: randomUUID(), accountId: therapist.accountId, setBy: therapist.accountId },
        ...{ hours, setAt: sunday },
      }),
    );
    expect(await write(monday("08:30:00"))).toBe(0);
    expect(await write(new Date("2026-11-24T13:00:00Z"))).toBe(1);
  });

  it("does not go to who switched it off, is away, or has read everything", async () => {
    const { therapist, client, choose, write } = await ground();
    await choose("off");
    expect(await write(monday("08:05:00"))).toBe(0);
    await choose("morning", monday("08:06:00"));
    const form = absenceForm.parse({
      ...{ accountId: therapist.accountId, fromDay: "2026-11-23", untilDay: "2026-11-24", cover: "nobody" },
      ...{ outsideName: "", outsidePhone: "", outsideEmail: "" },
    });
    await withScope(pool, therapist, monday("08:06:00"), (scope) => setAbsence(scope, form));
    expect(await write(monday("08:07:00"))).toBe(0);
    const next = new Date("2026-11-30T08:05:00Z");
    await withScope(pool, therapist, next, (scope) =>
      markClientRead(scope, { clientId: client.clientId, until: next }),
    );
    expect(await write(next)).toBe(0);
  });

  it("stays here where it was switched off before it went", async () => {
    const { choose, write, sent } = await ground();
    expect(await write(monday("08:05:00"))).toBe(1);
    await choose("off", monday("08:05:30"));
    expect(await sent(monday("08:06:00"))).toEqual([]);
  });
});
