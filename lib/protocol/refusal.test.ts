import { expect, it } from "vitest";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import type { ProtocolPath } from "@/lib/protocol/path";
import { changeRefusal } from "@/lib/protocol/refusal";
import { protocolPath } from "@/lib/protocol/schedule";

const today = "2025-10-16";
const input = { version: fixtureProtocol, enrolment: { startDate: "2025-09-01", zone: "UTC" }, decisions: [], today };
const holding = (because: "therapist" | "safety"): ProtocolPath => ({
  ...protocolPath(input),
  held: { since: today, because, decisionId: null },
});

it("lets a therapist hold a path that safety holds, so that it stays when the stop is released", () => {
  expect(changeRefusal(input, holding("safety"), { kind: "hold" }, today, String)).toBeNull();
  expect(changeRefusal(input, holding("therapist"), { kind: "hold" }, today, String)).toBe("The path is held already.");
});

it("leaves the release of a safety stop to the safety panel", () => {
  expect(changeRefusal(input, holding("safety"), { kind: "release" }, today, String)).toMatch(
    /^A safety stop holds this week/,
  );
  expect(changeRefusal(input, holding("therapist"), { kind: "release" }, today, String)).toBeNull();
});
