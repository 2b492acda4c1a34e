import { describe, expect, it } from "vitest";
import { type OnEscalation, pathTodayIn } from "./whom-to-ask";

const there = (level: OnEscalation["level"], accountId: string): OnEscalation => ({
  ...{ level, accountId, name: accountId, isAway: false, cover: null },
});
const away = (level: OnEscalation["level"], accountId: string, coverId?: string, mayCover = true): OnEscalation => ({
  ...there(level, accountId),
  isAway: true,
  cover: coverId ? { coverId, coverName: coverId, mayCover } : null,
});
const names = (people: readonly OnEscalation[]) =>
  pathTodayIn(people).map(({ level, accountId }) => `${level} ${accountId}`);

describe("who is asked today", () => {
  it("is everybody who is there, each once on the lowest level", () => {
    expect(names([there("therapist", "alma"), there("supervisor", "ruth"), there("owner", "alma")])).toEqual([
      "therapist alma",
      "supervisor ruth",
    ]);
  });

  it("is whoever stands in for who is away", () => {
    expect(pathTodayIn([away("therapist", "alma", "ben"), there("owner", "otto")])[0]).toEqual({
      ...{ level: "therapist", accountId: "ben", name: "ben", insteadOf: "alma" },
    });
  });

  it("leaves out who is away without a cover, or with one who cannot", () => {
    expect(names([away("therapist", "alma"), there("owner", "otto")])).toEqual(["owner otto"]);
    expect(names([away("therapist", "alma", "ben", false), there("owner", "otto")])).toEqual(["owner otto"]);
  });

  it("is the one who is away where nobody else is", () => {
    expect(names([away("therapist", "alma"), away("owner", "alma")])).toEqual(["therapist alma"]);
    expect(names([])).toEqual([]);
  });
});
