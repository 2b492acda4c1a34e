import { expect, it } from "vitest";
import { backupView } from "./view";

const now = new Date("2026-11-23T09:00:00Z");
const run = (kind: "backup" | "drill", outcome: "good" | "failed", startedAt: string, words = "") => ({
  kind,
  outcome,
  startedAt: new Date(startedAt),
  seconds: 2,
  words,
});
const good = (kind: "backup" | "drill", at: string) => ({ good: run(kind, "good", at), last: run(kind, "good", at) });
const titles = (view: ReturnType<typeof backupView>) => view.troubles.map(({ title }) => title);

it("says when, by the reader’s clock, and nothing else while all is well", () => {
  const runs = { backup: good("backup", "2026-11-23T03:10:00Z"), drill: good("drill", "2026-11-22T03:12:00Z") };
  const view = backupView(runs, now, "Europe/London");
  expect([view.backup?.when, view.drill?.when, view.troubles]).toEqual(["Today 03:10", "Yesterday 03:12", []]);
});

it("says that there is none, that the last failed and why, and that it is late", () => {
  expect(titles(backupView({}, now, "UTC"))).toEqual(["There is no backup yet"]);
  const last = run("backup", "failed", "2026-11-23T03:10:00Z", "The disk is full.");
  const backup = { good: run("backup", "good", "2026-11-21T03:10:00Z"), last };
  const view = backupView({ backup }, now, "UTC");
  expect(titles(view)).toEqual([
    "The backup of today 03:10 did not succeed",
    "The last good backup is older than a day",
  ]);
  expect(view.troubles[0]?.words).toBe("The disk is full.");
});

it("misses a drill after ten days", () => {
  const runs = { backup: good("backup", "2026-11-23T03:10:00Z"), drill: good("drill", "2026-11-12T03:12:00Z") };
  expect(titles(backupView(runs, now, "UTC"))).toEqual(["No drill went well for more than a week"]);
});
