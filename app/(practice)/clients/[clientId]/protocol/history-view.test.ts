import { describe, expect, it } from "vitest";
import type { ClientProtocol } from "@/db/queries/protocol/client-protocol";
import type { Change, Decision } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { clientPathToday } from "@/lib/protocol/path-today";
import { decisionsToReadAbout } from "@/lib/protocol/words-in-force";
import { historyLines } from "./history-view";

const today = "2026-11-19";
const now = new Date("2026-11-19T13:40:00Z");
const made = (id: string, at: string, change: Change): Decision => ({
  id,
  effectiveOn: at.slice(0, 10),
  madeAt: new Date(at),
  change,
});
const decisions = [
  made("swap", "2026-11-10T09:00:00Z", {
    kind: "swap",
    from: "one-real-feeling",
    to: "learn-together",
    scope: "this-week",
  }),
  made("pause", "2026-11-18T09:00:00Z", { kind: "pause", until: "2026-12-05" }),
  made("hold", "2026-11-19T13:24:00Z", { kind: "hold" }),
];
const enrolment = { startDate: "2026-11-02", zone: "Europe/Berlin", version: fixtureProtocol, decisions };
const data = {
  decisions: decisions.map(({ id, madeAt }) => ({
    ...{ id, decidedAt: madeAt, decidedBy: "Alma Keller", isOwn: true, reason: "Why", words: `Words of ${id}` },
  })),
  answers: [],
  moves: [],
  swaps: [],
} as unknown as ClientProtocol;
const lines = () => historyLines({ data, enrolment, today }, now, "Europe/London");

describe("the record of decisions", () => {
  it("shows what was decided by the clock of who reads it, newest first", () => {
    expect(lines().map(({ id, at }) => [id, at])).toEqual([
      ["hold", "Today 13:24"],
      ["pause", "Yesterday 09:00"],
      ["swap", "Tue 10 Nov"],
    ]);
  });
  it("says of the words what the client’s own page shows", () => {
    const shown = decisionsToReadAbout(
      decisions,
      new Set(decisions.map(({ id }) => id)),
      clientPathToday(enrolment, today).path,
    ).map(({ id }) => id);
    expect(shown).toEqual(["hold", "pause"]);
    expect(
      lines()
        .filter(({ isRead }) => isRead)
        .map(({ id }) => id),
    ).toEqual(shown);
  });
  it("offers no undo of what is over", () => {
    expect(lines().map(({ id, undo }) => [id, undo !== null])).toEqual([
      ["hold", true],
      ["pause", true],
      ["swap", false],
    ]);
  });
});
