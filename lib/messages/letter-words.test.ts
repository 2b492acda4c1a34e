import { describe, expect, it } from "vitest";
import { isHourKind, isLinkKind, letterKinds } from "./letter-kinds";
import { letterWords, plainText } from "./letter-words";

const plain = {
  ...{ kind: "message" as const, link: null, urgent: false, recordNumber: null, isToStaff: false },
  ...{ practice: "Northbank Clinic for Couples", standsFor: [], minutes: 30, week: null },
};
const places = { home: "https://nearer.example", thing: "https://nearer.example/letters/1", stop: null };

describe("the letters", () => {
  it("say nothing about what waits", () => {
    const link = { token: "t".repeat(43), minutes: 60, inviter: "Northbank" };
    for (const kind of letterKinds) {
      const words = letterWords(
        { ...plain, kind, practice: "Northbank", link: isLinkKind(kind) ? link : null },
        places,
      );
      expect(`${words.subject} ${plainText(words)}`).not.toMatch(
        /safe|risk|urgent|client|therap|crisis|emergency|partner|practice/i,
      );
    }
  });

  it("say the same to clients whatever they are about", () => {
    const others = letterKinds.filter((kind) => kind !== "address-told" && !isLinkKind(kind) && !isHourKind(kind));
    const words = others.map((kind) => JSON.stringify(letterWords({ ...plain, kind }, places)));
    expect(new Set(words).size).toBe(1);
    expect(words[0]).toContain("under Account");
    expect(words[0]).not.toMatch(/Northbank|Clinic|Nearer\b/);
  });

  it("say to staff about safety that it is urgent, and to whoever stands in from outside a number besides", () => {
    const staff = { ...plain, practice: "Northbank", isToStaff: true };
    const urgent = letterWords({ ...staff, kind: "event", urgent: true }, places);
    expect(urgent.subject).toBe("URGENT, Northbank: you are needed now");
    expect(plainText(urgent)).toContain("after 30 minutes");
    const outside = letterWords({ ...staff, urgent: true, recordNumber: 12 }, places);
    expect(plainText(outside)).toContain("Record 12");
    expect(plainText(outside)).not.toContain("nearer.example");
    for (const words of [urgent, outside])
      expect(`${words.subject} ${plainText(words)}`).not.toMatch(/safe|risk|client|therap|crisis|emergency|partner/i);
    const others = letterKinds.map((kind) => letterWords({ ...staff, kind, standsFor: ["messages"] }, places).subject);
    expect(others.filter((subject) => /urgent|needed/i.test(subject))).toEqual([]);
  });
});
