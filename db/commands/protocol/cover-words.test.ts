import { expect, it } from "vitest";
import { enrolmentDecision } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { linkedCouple } from "@/db/testing/linked-couple";
import { testNow } from "@/db/testing/mint";
import { decide } from "@/db/testing/protocol";
import { Refused } from "@/lib/errors";

const pool = testPool();

it("asks words about another step back that hold a name of the couple or a reason, and keeps nothing of them", async () => {
  const { practice, ines, dario } = await linkedCouple(pool);
  const { therapist } = practice;
  const own = { kind: "own-steps", from: "2026-11-23", until: "2026-11-30" } as const;
  const swap = { kind: "swap", from: "ask-for-a-favour", to: "learn-together", scope: "this-week" } as const;
  const tries = (words: string, change: Parameters<typeof decide>[3] = swap) =>
    decide(pool, therapist, ines.clientId, change, { words });
  const firstOf = (name: string) => name.split(" ")[0] ?? name;
  for (const words of [
    `Gently, ${firstOf(ines.name)}`,
    `${firstOf(dario.name)} is away`,
    "After the check",
    "A technical matter",
  ])
    await expect(tries(words)).rejects.toThrow(Refused);
  await expect(tries("After the check")).rejects.toMatchObject({
    fields: { words: expect.stringContaining("“check”") },
  });
  await expect(tries("A few days by yourself.", own)).rejects.toThrow("no words stand beside them");
  const kept = await withScope(pool, therapist, testNow, ({ tx }) => tx.select().from(enrolmentDecision));
  expect(kept).toEqual([]);
  await tries("A few days by yourself.");
  await tries("We stop here for a little.", { kind: "hold" });
});
