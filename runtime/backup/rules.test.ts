import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { isTimeToWrite } from "@/runtime/written-anew";
import { erasuresSince, noteErasure, replayErasures } from "./erasures";
import { drillDueAfter, dueAfter, worthKeeping } from "./retention";
import { whatIsDue } from "./schedule";
import { segmentAfter, segmentsFrom } from "./wal";

const dir = mkdtempSync(path.join(tmpdir(), "nearer-rules-"));
afterAll(() => rmSync(dir, { recursive: true }));

describe("which backups stay", () => {
  const now = new Date("2026-11-23T03:10:00Z");
  const nightly = Array.from({ length: 60 }, (_, i) => ({
    madeAt: new Date(now.getTime() - i * 86_400_000).toISOString(),
  }));

  it("are those of a week, and one a week for four more", () => {
    const kept = worthKeeping(nightly, now).map(({ madeAt }) => (now.getTime() - Date.parse(madeAt)) / 86_400_000);
    expect(kept.filter((age) => age < 7)).toEqual([6, 5, 4, 3, 2, 1, 0]);
    const older = kept.filter((age) => age >= 7);
    expect(older.length).toBeGreaterThanOrEqual(4);
    expect(older.length).toBeLessThanOrEqual(5);
    expect(Math.max(...kept)).toBeLessThan(35);
  });

  it("are the same whichever night they are looked at from: a week’s one is not let go for another", () => {
    const later = new Date(now.getTime() + 86_400_000);
    const kept = worthKeeping(nightly, now);
    const next = worthKeeping([...kept, { madeAt: later.toISOString() }], later);
    const lost = kept.filter((one) => !next.includes(one));
    expect(lost.length).toBeLessThanOrEqual(2);
  });

  it("hold the newest one, however old it is", () => {
    const [old] = nightly.slice(-1);
    expect(worthKeeping(old ? [old] : [], now)).toEqual([old]);
  });
});

describe("when the night’s work is due", () => {
  const at = (day: string, time: string) => new Date(`${day}T${time}:00`);
  const run = (kind: "backup" | "drill", outcome: "good" | "failed", startedAt: Date) => {
    const last = { kind, outcome, startedAt, seconds: 1, words: "" };
    return { good: outcome === "good" ? last : null, last };
  };

  it("is the next time of day, and the Sunday after it", () => {
    expect(dueAfter(at("2026-11-23", "03:09"), "03:10")).toEqual(at("2026-11-23", "03:10"));
    expect(dueAfter(at("2026-11-23", "03:10"), "03:10")).toEqual(at("2026-11-24", "03:10"));
    expect(drillDueAfter(at("2026-11-23", "12:00"), "03:10")).toEqual(at("2026-11-29", "03:10"));
    expect(drillDueAfter(at("2026-11-29", "03:15"), "03:10")).toEqual(at("2026-12-06", "03:10"));
  });

  it("is made up for after a night that was slept through, and not again within the hour after a failure", () => {
    const since = at("2026-11-23", "12:00");
    expect(whatIsDue({}, since, "03:10", at("2026-11-24", "03:09"))).toBeNull();
    expect(whatIsDue({}, since, "03:10", at("2026-11-26", "09:00"))).toBe("backup");
    const failed = { backup: run("backup", "failed", at("2026-11-24", "03:10")) };
    expect(whatIsDue(failed, since, "03:10", at("2026-11-24", "03:50"))).toBeNull();
    expect(whatIsDue(failed, since, "03:10", at("2026-11-24", "04:11"))).toBe("backup");
  });

  it("drills on Sunday, once there is a backup", () => {
    const since = at("2026-11-23", "12:00");
    const sunday = at("2026-11-29", "03:20");
    const backup = run("backup", "good", at("2026-11-29", "03:10"));
    expect(whatIsDue({ backup }, since, "03:10", sunday)).toBe("drill");
    expect(whatIsDue({ backup, drill: run("drill", "good", sunday) }, since, "03:10", sunday)).toBeNull();
  });
});

describe("the names of the log", () => {
  it("go on over the end of a number", () => {
    expect(segmentAfter("0000000100000000000000FE")).toBe("0000000100000000000000FF");
    expect(segmentAfter("0000000100000000000000FF")).toBe("000000010000000100000000");
    expect(segmentsFrom("0000000100000000000000FE", "000000010000000100000000")).toHaveLength(3);
  });
});

describe("the list of erasures", () => {
  const one = (at: string, what = "client") => ({
    at,
    practiceId: "11111111-1111-4111-8111-111111111111",
    what,
    id: "22222222-2222-4222-8222-222222222222",
  });

  it("is gone through from the backup on, each by its eraser, and stops at what nobody knows", async () => {
    noteErasure(dir, one("2026-11-22T10:00:00Z"));
    noteErasure(dir, one("2026-11-24T10:00:00Z"));
    const since = erasuresSince(dir, "2026-11-23T03:10:00.000Z");
    expect(since).toHaveLength(1);
    const gone: string[] = [];
    const client = async (_: pg.ClientBase, { id }: { id: string }) => {
      gone.push(id);
    };
    const nobody = {} as pg.ClientBase;
    expect(await replayErasures(nobody, since, { client })).toBe(1);
    expect(gone).toEqual([one("").id]);
    await expect(replayErasures(nobody, since, {})).rejects.toThrow(/A client was erased on 2026-11-24/);
  });

  it("takes no word of what it names", () => {
    expect(() => noteErasure(dir, { ...one("2026-11-24T10:00:00Z"), what: "Ines B." })).toThrow();
  });
});

describe("when tables are written anew after an erasing", () => {
  const at = (time: string) => new Date(`2026-11-23T${time}:00`);

  it("is at night, or where a machine sleeps at night once a day has gone by; once in a night", () => {
    const since = at("09:00");
    const hours = (after: number) => new Date(since.getTime() + after * 3_600_000);
    expect([1, 8, 14, 17, 20, 23, 24, 30].filter((after) => isTimeToWrite(since, null, hours(after)))).toEqual([
      ...[17, 24, 30],
    ]);
    expect(isTimeToWrite(since, hours(16), hours(17))).toBe(false);
    expect(isTimeToWrite(since, hours(16), hours(40))).toBe(true);
  });
});
