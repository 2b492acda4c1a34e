import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import type { Reading } from "@/lib/learn/reading";
import {
  inWeekOrder,
  publicationStatus,
  type ReadingStep,
  readingOfWeek,
  toPublish,
  toRetire,
  toShipAgain,
} from "@/lib/learn/reading-steps";
import { builtInReadings, readingOf } from "@/lib/learn/readings";
import { startGently } from "@/lib/learn/readings-closeness";
import { SAFETY_READING } from "@/lib/learn/where-to-turn";

const words = (title: string, key = "start-gently"): Reading => ({ ...startGently, key, title });
const step = (kind: ReadingStep["kind"], title?: string): ReadingStep => ({
  kind,
  content: title ? words(title) : null,
});
/** Steps as they happened; the rule reads them the newest first. */
const standing = (...steps: ReadingStep[]) =>
  publicationStatus("start-gently", readingOf("start-gently") ?? null, steps.toReversed());

describe("what has become of a reading", () => {
  it("is the one that ships until words are published", () => {
    expect(standing()).toMatchObject({ current: startGently, isOwn: false, draft: null, base: startGently });
    expect(standing(step("draft", "Mine"))).toMatchObject({
      current: startGently,
      isOwn: false,
      base: { title: "Mine" },
    });
    expect(standing(step("draft", "Mine"), step("published", "Mine"))).toMatchObject({
      current: { title: "Mine" },
      isOwn: true,
      draft: null,
    });
  });
  it("keeps what stands while a draft waits, and after it was put away", () => {
    const drafted = [step("published", "Mine"), step("draft", "Newer")];
    expect(standing(...drafted)).toMatchObject({ current: { title: "Mine" }, draft: { title: "Newer" } });
    expect(standing(...drafted, step("dropped"))).toMatchObject({ current: { title: "Mine" }, draft: null });
  });
  it("goes back to what ships, and out of the list, and in again", () => {
    const steps = [step("published", "Mine"), step("shipped")];
    expect(standing(...steps)).toMatchObject({ current: startGently, isOwn: false });
    expect(standing(...steps, step("retired"))).toMatchObject({ current: null, isRetired: true });
    expect(standing(...steps, step("retired"), step("shipped"))).toMatchObject({
      current: startGently,
      isRetired: false,
    });
  });
  it("shows what ships where a row does not read as a reading", () => {
    expect(standing({ kind: "published", content: { title: 7 } })).toMatchObject({
      current: startGently,
      isOwn: false,
    });
    expect(publicationStatus("of-nobody", null, [{ kind: "published", content: null }]).base).toBeNull();
  });
  it("never loses the reading that says where to turn", () => {
    const safety = publicationStatus(SAFETY_READING, readingOf(SAFETY_READING) ?? null, [step("retired")]);
    expect(safety).toMatchObject({ current: { key: SAFETY_READING }, isRetired: false });
    expect(() => toRetire(safety)).toThrow(Refused);
  });
  it("refuses what has no sense", () => {
    expect(() => toPublish(standing())).toThrow(Refused);
    expect(() => toShipAgain(standing())).toThrow(Refused);
    expect(() => toShipAgain(publicationStatus("ours", null, [step("published", "Ours")]))).toThrow(Refused);
    expect(() => toRetire(standing(step("retired")))).toThrow(Refused);
  });
});

describe("the reading of a week", () => {
  const ours = { ...words("Ours", "ours"), weeks: [8, 3] };
  const all = [...builtInReadings, ours];
  it("is the one that the protocol names, until it was read", () => {
    const week = { number: 3, reading: "start-gently" };
    expect(readingOfWeek(all, week, [])?.key).toBe("start-gently");
    expect(readingOfWeek(all, week, ["start-gently"])).toBeUndefined();
  });
  it("is one of the practice's own where the protocol names none that clients have", () => {
    expect(readingOfWeek(all, { number: 8, reading: null }, [])?.key).toBe("ours");
    expect(readingOfWeek(all, { number: 8, reading: "retired-one" }, [])?.key).toBe("ours");
    expect(readingOfWeek(all, { number: 8, reading: null }, ["ours"])).toBeUndefined();
    expect(readingOfWeek(all, { number: 4, reading: null }, [])).toBeUndefined();
  });
  it("comes in the order of weeks, those without a week last", () => {
    const order = inWeekOrder([{ ...ours, weeks: [] }, ...builtInReadings]).map(({ key }) => key);
    expect(order).toEqual([...builtInReadings.map(({ key }) => key), "ours"]);
  });
});
