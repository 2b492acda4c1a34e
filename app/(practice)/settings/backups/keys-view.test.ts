import { expect, it } from "vitest";
import { keysView } from "./keys-view";

const now = new Date("2026-11-23T09:00:00Z");
const key = (id: string, since: string, retiredAt: string | null = null) => ({
  id,
  since: new Date(since),
  retiredAt: retiredAt === null ? null : new Date(retiredAt),
});
const [k1, k2] = [key("k1", "2026-01-05T08:00:00Z"), key("k2", "2026-11-23T07:30:00Z")];
const run = { id: "1", toKey: "k2", startedAt: k2.since, counts: { message: 40, draft: 1 } };
const ended = { ...run, endedAt: new Date("2026-11-23T07:31:00Z") };
const view = (keys: Parameters<typeof keysView>[0]["keys"], last?: Parameters<typeof keysView>[0]["last"]) =>
  keysView({ keys, last }, now, "UTC").join(" ");

it("says nothing before any key is known", () => {
  expect(keysView({ keys: [], last: undefined }, now, "UTC")).toEqual([]);
});

it("names the newest key, how far closing anew is, and what may be let go", () => {
  expect(view([k1])).toMatch(/^The newest key is k1, known here since [^.]*\.$/);
  expect(view([k2, k1], { ...run, endedAt: null, remaining: null })).toMatch(/closed anew: 41 values so far\..*: k1\./);
  expect(view([k2, k1], { ...ended, remaining: 0 })).toContain("was closed anew by today 07:31.");
  expect(view([k2, k1], { ...ended, remaining: 1 })).toContain("1 value of older keys could not be");
});

it("tells nothing of one that was retired, nor of a sealing for a key before", () => {
  const retired = key("k1", "2026-01-05T08:00:00Z", "2026-11-23T08:00:00Z");
  expect(view([k2, retired], { ...ended, remaining: 0 })).not.toContain("k1");
  expect(view([key("k3", "2026-11-23T08:30:00Z"), k2], { ...ended, remaining: 0 })).not.toContain("anew by");
});
