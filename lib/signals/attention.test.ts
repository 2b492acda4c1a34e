import { describe, expect, it } from "vitest";
import { judgedStatus } from "@/lib/connection/status.testing";
import { attentionLevels, attentionReasons, byAttention, type ClientFacts, QUIET_DAYS } from "@/lib/signals/attention";

const base: ClientFacts = {
  today: "2025-10-16",
  status: "active",
  startsOn: "2025-09-01",
  baselineAnswered: true,
  statusSince: null,
  resumedOn: null,
  hasUnreadWords: false,
  openEvents: [],
  gate: { state: "clear", awaits: null, expiresOn: "2025-12-01" },
  connection: judgedStatus({ signal: "none", latest: 6, baseline: 6 }),
  lastActivityOn: "2025-10-16",
  consentWithdrawnOn: null,
  overdue: [],
  toReview: [],
  reflectionsToAnswer: 0,
  unreadMessages: null,
  proposals: [],
  swapRequests: [],
};
const at = new Date("2025-10-16T07:42:00Z");
const say = { day: (d: string) => d.slice(5), within: (d: string) => `the ${d.slice(5)}`, moment: () => "Today 07:42" };
const reasons = (over: Partial<ClientFacts>) => attentionReasons({ ...base, ...over }, say);
const first = (over: Partial<ClientFacts>) => [
  reasons(over)[0]?.level,
  reasons(over)[0]?.sentence,
  reasons(over)[0]?.detail,
];

describe("why a client needs attention", () => {
  it("calls a client quiet from the fifth day without a word, and not before", () => {
    const quietSince = (day: string) => reasons({ lastActivityOn: day }).map(({ sentence }) => sentence);
    expect(QUIET_DAYS).toBe(5);
    expect(quietSince("2025-10-11")).toEqual(["Quiet for 5 days"]);
    expect(quietSince("2025-10-12")).toEqual(["On track"]);
  });
  it("is said in one sentence and one detail", () => {
    expect(first({ openEvents: [{ source: "not-safe-button", openedAt: at, acknowledged: false }] })).toEqual([
      "risk",
      "Chose “I don’t feel safe”",
      "Today 07:42",
    ]);
    expect(first({ hasUnreadWords: true, gate: { state: "stop", awaits: "clinician", expiresOn: null } })).toEqual([
      "risk",
      "Wrote something: read it today",
      "In the safety questions",
    ]);
    expect(first({ swapRequests: [{ title: "One real feeling a day", askedOn: "2025-10-14" }] })).toEqual([
      "review",
      "Asks for another exercise than One real feeling a day",
      "10-14, answer on the Protocol tab",
    ]);
    expect(first({ overdue: [{ title: "Week 4", dueOn: "2025-10-12", reminders: 1 }] })).toEqual([
      "attention",
      "Assessment 4 days overdue",
      "Week 4, reminded once",
    ]);
    expect(first({ connection: judgedStatus({ signal: "review", latest: 4, baseline: 6.5 }) })).toEqual([
      "attention",
      "Connection lower for two weeks running",
      "Last week a median of 4; 6.5 at the start",
    ]);
    expect(first({ unreadMessages: { count: 1, since: at } })).toEqual([
      "attention",
      "Wrote you a message",
      "Not read since Today 07:42",
    ]);
    expect(first({ unreadMessages: { count: 3, since: at } })[1]).toBe("Wrote you 3 messages");
    expect(first({ lastActivityOn: "2025-10-10" })).toEqual([
      "attention",
      "Quiet for 6 days",
      "Last activity the 10-10",
    ]);
    expect(first({})).toEqual(["calm", "On track", ""]);
  });
  it("comes in the order of the brief", () => {
    const everything = reasons({
      openEvents: [{ source: "screen", openedAt: at, acknowledged: false }],
      connection: judgedStatus({ signal: "review", latest: 3, baseline: 6 }),
      lastActivityOn: "2025-10-01",
      overdue: [{ title: "Week 6", dueOn: "2025-10-12", reminders: 0 }],
      toReview: [{ title: "Week 4", answeredOn: "2025-10-01" }],
      proposals: ["go-gentler"],
      reflectionsToAnswer: 2,
    });
    expect(everything.map((r) => r.level)).toEqual([
      "risk",
      "attention",
      "attention",
      "attention",
      "review",
      "review",
      "review",
    ]);
    expect(everything.slice(1, 4).map((r) => r.sentence.split(" ")[0])).toEqual(["Connection", "Quiet", "Assessment"]);
  });
  it("says of a week with one check that it is one", () => {
    const connection = judgedStatus({ signal: "review", latest: 4, baseline: 6.5, days: 1 });
    expect(first({ connection })[2]).toBe("Last week one check, 4; 6.5 at the start");
  });
  it("keeps watch out of the queue and stops at the top of it", () => {
    expect(first({ connection: judgedStatus({ signal: "watch", latest: 4, baseline: 6 }) })[0]).toBe("calm");
    expect(first({ gate: { state: "stop", awaits: "clinician", expiresOn: null } })[0]).toBe("risk");
    expect(first({ gate: { state: "not-screened", awaits: "clinician", expiresOn: null } })[1]).toMatch(
      /your decision/,
    );
    expect(first({ gate: { state: "clear", awaits: null, expiresOn: "2025-10-20" } })[0]).toBe("review");
  });
  it("counts quiet days from the start of the weeks, not from what came before it, nor from before a pause", () => {
    expect(first({ startsOn: "2025-10-14", lastActivityOn: "2025-10-02" })[1]).toBe("On track");
    expect(first({ startsOn: "2025-10-16", lastActivityOn: "2025-10-02" })[1]).toBe("Starts today");
    expect(first({ startsOn: "2025-10-10", lastActivityOn: "2025-10-02" })).toEqual([
      "attention",
      "Quiet for 6 days",
      "Last activity the 10-02",
    ]);
    expect(first({ lastActivityOn: "2025-09-20", resumedOn: "2025-10-14" })[1]).toBe("On track");
    expect(first({ lastActivityOn: "2025-09-20", resumedOn: "2025-10-09" })[1]).toBe("Quiet for 7 days");
  });
  it("says that somebody took the agreement back, before everything but safety", () => {
    expect(first({ consentWithdrawnOn: "2025-10-15", lastActivityOn: "2025-10-01" })[1]).toBe(
      "Took the agreement back",
    );
  });

  it("does not call a paused or finished client quiet", () => {
    expect(first({ status: "paused", lastActivityOn: "2025-09-01", statusSince: "2025-09-02" })).toEqual([
      "calm",
      "Paused",
      "Since the 09-02",
    ]);
    expect(first({ status: "finished", lastActivityOn: "2025-09-01" })[0]).toBe("calm");
  });
  it("knows who starts", () => {
    const starting = (startsOn: string) =>
      first({ status: "starting", startsOn, lastActivityOn: null, baselineAnswered: false })[1];
    expect([starting("2025-10-17"), starting("2025-10-20")]).toEqual(["Starts tomorrow", "Starts on the 10-20"]);
    expect(first({ startsOn: "2025-10-16" })[1]).toBe("Starts today");
    expect(first({ status: "invited", startsOn: null })[0]).toBe("starting");
  });
  it("sorts a caseload by what presses most, not by the letter of a name", () => {
    const pressing: Partial<ClientFacts>[] = [
      { gate: { state: "stop", awaits: "clinician", expiresOn: null } },
      { connection: judgedStatus({ signal: "review", latest: 3, baseline: 6 }) },
      { lastActivityOn: "2025-10-01" },
      { overdue: [{ title: "Five Dimensions", dueOn: "2025-10-14", reminders: 0 }] },
      {},
    ];
    const firsts = pressing.flatMap((over) => reasons(over)[0] ?? []);
    expect(firsts.toReversed().sort(byAttention)).toEqual(firsts);
    expect(attentionLevels[0]).toBe("risk");
  });
});
