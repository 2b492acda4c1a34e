import { describe, expect, it } from "vitest";
import { howItIsRead, namesAlike, type OneOfSeveral, whyNotReminded, whyNotWritten } from "@/lib/caseload/several";

const one: OneOfSeveral = {
  ...{ isGone: false, hasAccepted: true, status: "active", letters: "go", remindedToday: false },
  waits: { id: "x", title: "Five Dimensions", dueOn: "2026-11-20" },
};

describe("what is done with several at once", () => {
  it.each<[Partial<OneOfSeveral>, RegExp | null, RegExp | null]>([
    [{}, null, null],
    [{ status: "held" }, null, null],
    [{ status: "follow-up" }, null, null],
    [{ status: null }, null, null],
    [{ isGone: true }, /Discharged/, /Discharged/],
    [{ hasAccepted: false }, /not here yet/, /not here yet/],
    [{ status: "paused" }, /paused/, null],
    [{ status: "ended" }, /ended early/, null],
    [{ waits: null }, /Nothing waits/, null],
    [{ remindedToday: true }, /today already/, null],
    [{ letters: "unasked" }, /Nobody has asked/, null],
    [{ letters: "unsafe" }, /not called safe/, null],
    [{ letters: "unwanted" }, /want no letters/, null],
  ])("%j", (of, reminded, written) => {
    const person = { ...one, ...of };
    if (reminded) expect(whyNotReminded(person)).toMatch(reminded);
    else expect(whyNotReminded(person)).toBeNull();
    if (written) expect(whyNotWritten(person)).toMatch(written);
    else expect(whyNotWritten(person)).toBeNull();
  });

  it("says of whom no letter tells that a message is there", () => {
    expect(howItIsRead(one)).toBeNull();
    expect(howItIsRead({ ...one, letters: "unasked" })).toMatch(/^Nobody has asked .+ They find it/);
  });

  it("names those who are called alike, whatever case and accents they are written with", () => {
    expect(namesAlike([{ name: "Tobias Renner" }, { name: "Ines" }, { name: "tobias rénner" }])).toHaveLength(1);
    expect(namesAlike([{ name: "Ines" }, { name: "Ina" }])).toEqual([]);
  });
});
