import { describe, expect, it } from "vitest";
import type { LoggedAttempt } from "@/lib/exercises/attempt";
import type { Change } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import { todaysExercises } from "@/lib/protocol/today";
import type { GateState } from "@/lib/safety/gate";

/** Joint steps of somebody whose gate stood so when the week began. */
const jointSteps = (gate: GateState) => ({ open: gate === "clear", jointTasks: gate === "clear" });

const chooseAt = (
  today: string,
  attempts: [string, string, LoggedAttempt["outcome"]][],
  gate: GateState,
  change?: Change,
  areAway = false,
) => {
  const decisions = change ? [{ id: "d", effectiveOn: today, madeAt: new Date(0), change }] : [];
  const path = protocolPath({
    version: fixtureProtocol,
    enrolment: { startDate: "2025-09-01", zone: "UTC" },
    decisions,
    today,
  });
  const logged = attempts.map(([exercise, date, outcome]) => ({ exercise, date, outcome }));
  return todaysExercises(fixtureProtocol, path, logged, jointSteps(gate), areAway);
};

const at = (
  today: string,
  attempts: [string, string, LoggedAttempt["outcome"]][] = [],
  gate: GateState = "clear",
  change?: Change,
  areAway = false,
) => {
  const chosen = chooseAt(today, attempts, gate, change, areAway);
  return [chosen.state, chosen.main?.exercise.key ?? null, chosen.others.map((o) => o.exercise.key)];
};

const offered = (today: string, gate: GateState) => {
  const { main, others } = chooseAt(today, [], gate);
  return [main, ...others].map((offer) => offer?.exercise.title);
};

describe("today's exercise", () => {
  it("is the planned one that comes up least often", () => {
    expect(at("2025-10-16")).toEqual(["offered", "small-secret", ["ten-minute-cuddle"]]);
    expect(at("2025-09-16")).toEqual(["offered", "ask-for-a-favour", ["one-real-feeling"]]);
    expect(at("2025-10-18")).toEqual(["offered", "small-secret", ["ten-minute-cuddle"]]);
  });
  it("is done after it was logged, with what else is possible beside it", () => {
    expect(at("2025-10-16", [["small-secret", "2025-10-16", "done"]])).toEqual(["done", null, ["ten-minute-cuddle"]]);
    expect(at("2025-09-03", [["one-real-feeling", "2025-09-03", "skipped"]])).toEqual(["done", null, []]);
  });
  it("is the same in every state of the gate, as own steps where it is not clear, whatever the reason", () => {
    for (const gate of ["not-screened", "concern", "stop"] as const) {
      expect(at("2025-10-16", [], gate)).toEqual(at("2025-10-16"));
      expect(at("2025-09-16", [], gate)).toEqual(at("2025-09-16"));
      expect(offered("2025-10-16", gate)).toEqual(["Say one small true thing", "Ten minutes of warmth"]);
    }
    expect(offered("2025-10-16", "clear")).toEqual(["Share a small secret", "Ten-minute cuddle"]);
  });
  it("offers own steps of the first week before it begins, the same in every state of the gate", () => {
    for (const gate of ["clear", "not-screened", "stop"] as const) {
      const { state, main, others } = chooseAt("2025-08-31", [], gate);
      expect([state, main]).toEqual(["before", null]);
      expect(others.map(({ exercise, form }) => [exercise.title, form])).toEqual([["Name one real feeling", "own"]]);
    }
    expect(at("2025-08-31", [], "clear", undefined, true)).toEqual(["away", null, []]);
  });
  it("rests in a pause, when put away and after", () => {
    expect(at("2025-10-16", [], "clear", { kind: "pause", until: null })[0]).toBe("paused");
    expect(at("2025-10-16", [], "clear", undefined, true)[0]).toBe("away");
    expect(at("2025-11-10")[0]).toBe("after");
    expect(at("2025-10-16", [], "clear", { kind: "end", followUps: false })[0]).toBe("after");
  });
});
