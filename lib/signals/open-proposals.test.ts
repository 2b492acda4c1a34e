import { describe, expect, it } from "vitest";
import { judgedStatus } from "@/lib/connection/status.testing";
import type { Decision } from "@/lib/protocol/decision";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import { protocolPath } from "@/lib/protocol/schedule";
import {
  aboutPhase,
  openGentlerProposals,
  openProposalKinds,
  type ProposalFacts,
  readinessNow,
} from "@/lib/signals/open-proposals";
import type { WeighedAttempt } from "@/lib/signals/proposals";

const startDate = "2026-03-02";
const attempt = (date: string, more: Partial<WeighedAttempt> = {}): WeighedAttempt => ({
  exercise: "one-real-feeling",
  date,
  loggedAt: new Date(`${date}T18:00:00Z`),
  outcome: "done",
  anxietyBefore: 6,
  anxietyAfter: 3,
  ...more,
});
const facts = (today: string, more: Partial<ProposalFacts> = {}, decisions: Decision[] = []): ProposalFacts => ({
  version: fixtureProtocol,
  path: protocolPath({ version: fixtureProtocol, enrolment: { startDate, zone: "UTC" }, decisions, today }),
  attempts: [],
  decisions,
  answers: [],
  saysGain: true,
  connection: judgedStatus({ latest: 6, baseline: 6 }),
  closeness: null,
  ...more,
});
const skips = [attempt("2026-03-03", { outcome: "skipped" }), attempt("2026-03-04", { outcome: "skipped" })];
const weekFour = ["2026-03-23", "2026-03-24", "2026-03-25", "2026-03-26"].map((date) => attempt(date));

describe("proposals", () => {
  it("propose a gentler step after two skips, until somebody answers", () => {
    const open = facts("2026-03-05", { attempts: skips });
    expect(openGentlerProposals(open).map(({ exercise }) => exercise)).toEqual(["one-real-feeling"]);
    const answered = { kind: "go-gentler", about: "one-real-feeling", answeredOn: "2026-03-05" } as const;
    expect(openGentlerProposals({ ...open, answers: [answered] })).toEqual([]);
    const swap = { kind: "swap", from: "one-real-feeling", to: "learn-together", scope: "this-week" } as const;
    const decision = { id: "d", effectiveOn: "2026-03-05", madeAt: new Date(0), change: swap };
    expect(openGentlerProposals({ ...open, decisions: [decision] })).toEqual([]);
  });
  it("propose play first where emotional closeness is low and recreational higher, until somebody answers", () => {
    const seen = { answeredOn: "2026-03-02", form: "full", emotional: 20, recreational: 60 } as const;
    const open = facts("2026-03-05", { closeness: seen });
    expect(openGentlerProposals(open)).toMatchObject([
      {
        exercise: "one-real-feeling",
        because: "dimensions",
        dates: ["2026-03-02"],
        alternatives: [{ key: "learn-together" }, {}],
      },
    ]);
    expect(openProposalKinds(open)).toEqual(["go-gentler"]);
    const answered = { kind: "go-gentler", about: "one-real-feeling", answeredOn: "2026-03-02" } as const;
    expect(openGentlerProposals({ ...open, answers: [answered] })).toEqual([]);
    expect(openGentlerProposals({ ...open, closeness: { ...seen, answeredOn: "2026-02-01" } })).toEqual([]);
    // What was seen while practising says more about an exercise than the scores.
    expect(openGentlerProposals({ ...open, attempts: skips })).toMatchObject([{ because: "skips" }]);
  });
  it("say nothing about an exercise that is no longer asked for", () => {
    expect(openGentlerProposals(facts("2026-04-10", { attempts: skips }))).toEqual([]);
  });
  it("ask about the next phase in the last week of this one, when all three observations are met", () => {
    expect(readinessNow(facts("2026-03-20"))?.nextPhase).toBeNull();
    const ready = facts("2026-03-26", {
      attempts: [...weekFour, attempt("2026-03-24", { exercise: "ask-for-a-favour" })],
    });
    expect(readinessNow(ready)?.nextPhase?.title).toBe("Building Trust");
    expect(openProposalKinds(ready)).toEqual(["next-phase"]);
    expect(openProposalKinds({ ...ready, saysGain: false })).toEqual([]);
    const silent = { from: 0, median: 6, lower: 5, upper: 7, checks: 9 };
    expect(
      openProposalKinds({ ...ready, connection: { kind: "silent", baseline: silent, week: 4, weeks: 2 } }),
    ).toEqual([]);
    expect(openProposalKinds({ ...ready, connection: judgedStatus({ latest: 6, baseline: 6, days: 2 }) })).toEqual([]);
    expect(
      openProposalKinds({ ...ready, connection: judgedStatus({ latest: 3, baseline: 6, signal: "review" }) }),
    ).toEqual([]);
    const answered = { kind: "next-phase", about: aboutPhase(2), answeredOn: "2026-03-26" } as const;
    expect(openProposalKinds({ ...ready, answers: [answered] })).toEqual([]);
  });
  it("are silent during a pause and after the last week", () => {
    const pause: Decision = {
      id: "p",
      effectiveOn: "2026-03-05",
      madeAt: new Date(0),
      change: { kind: "pause", until: null },
    };
    expect(openProposalKinds(facts("2026-03-06", { attempts: skips }, [pause]))).toEqual([]);
    expect(readinessNow(facts("2026-08-06"))).toBeNull();
  });
});
