import { expect, it } from "vitest";
import type { Change } from "@/lib/protocol/decision";
import { decisionSentence } from "@/lib/protocol/decision-sentence";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";

const say = (change: Change, undone?: Change) => decisionSentence(fixtureProtocol, change, (d) => `<${d}>`, undone);

it("says each decision in one line", () => {
  expect(say({ kind: "swap", from: "small-secret", to: "learn-together", scope: "this-week" })).toBe(
    "Swapped Share a small secret for Learn something together, for the week",
  );
  expect(say({ kind: "dose", exercise: "small-secret", dose: { kind: "times", times: 2 }, scope: "onward" })).toBe(
    "Changed Share a small secret to twice, from then on",
  );
  expect(say({ kind: "drop", exercise: "gone", scope: "onward" })).toMatch(/^Left out an exercise of an earlier/);
  expect(say({ kind: "pause", until: "2026-01-01" })).toBe("Paused, to start again on <2026-01-01>");
  expect(say({ kind: "undo", undoes: "x" }, { kind: "hold" })).toBe("Undid: Held the path");
  expect(say({ kind: "extend", weeks: 2 })).toBe("Added 2 weeks");
});
