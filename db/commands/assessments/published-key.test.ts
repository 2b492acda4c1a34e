import { expect, it } from "vitest";
import { getInstrument } from "@/db/queries/assessments/instruments";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";
import { copyInstrument } from "./copy-instrument";
import { planScales, scalesForm, startVersion } from "./edit-instrument";

const pool = testPool();
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);

it("refuses to lay out the scales of every key that ships; a copy, marked as not validated, may count otherwise", async () => {
  const { owner } = await mintPractice(pool);
  const read = async (key: string) => {
    const { draft, current } = await as(owner, (scope) => getInstrument(scope, key));
    const found = draft ?? current;
    if (!found) throw new Error(`no ${key}`);
    return { ...found, hasDraft: draft !== null };
  };
  const plan = (key: string, itemId: string) => {
    const form = { key, "titles[]": ["Ours"], "places[]": [`0|${itemId}`], method: "sum", direction: "lower" };
    return as(owner, (scope) => planScales(scope, scalesForm.parse(form)));
  };
  for (const { key } of BUILT_IN_INSTRUMENTS) {
    if (!(await read(key)).hasDraft) await as(owner, (scope) => startVersion(scope, key));
    const { instrument, hasDraft } = await read(key);
    expect(hasDraft, key).toBe(true);
    await expect(plan(key, instrument.items[0]?.id ?? ""), key).rejects.toThrow(Refused);
    expect((await read(key)).instrument.scales, key).toEqual(instrument.scales);
  }
  const { key } = await as(owner, (scope) =>
    copyInstrument(scope, { key: "five-dimensions-brief", title: "Our own order" }),
  );
  const { instrument } = await read(key);
  expect(instrument.validated).toBe(false);
  await plan(key, instrument.items[0]?.id ?? "");
  expect((await read(key)).instrument).toMatchObject({ validated: false, scales: [{ title: "Ours" }] });
});
