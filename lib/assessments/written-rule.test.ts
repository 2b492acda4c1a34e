import { describe, expect, it } from "vitest";
import { writtenFault, writtenWords } from "@/lib/assessments/written-rule";

describe("what is written down", () => {
  it("is a day between two, both among them", () => {
    const rule = { earliest: "2000-01-01", latest: "2026-12-31" };
    expect(writtenWords(rule)).toBe("A day from 1 January 2000 to 31 December 2026.");
    expect(writtenFault(rule, "2000-01-01")).toBeNull();
    expect(writtenFault(rule, "2026-12-31")).toBeNull();
    expect(writtenFault(rule, "1999-12-31")).toBe("Choose a day from 1 January 2000 to 31 December 2026.");
    expect(writtenFault({ latest: "2026-12-31" }, "2027-01-01")).toBe("Choose a day on 31 December 2026 or earlier.");
    expect(writtenWords({ earliest: "2000-01-01" })).toBe("A day on 1 January 2000 or later.");
  });
  it("is so many characters, as people count them", () => {
    expect(writtenWords({ longest: 3 })).toBe("Up to 3 characters.");
    expect(writtenFault({ longest: 3 }, "🌙🌙🌙")).toBeNull();
    expect(writtenFault({ longest: 3 }, "four")).toBe("1 character too long. 3 fit; nothing was cut off.");
    expect(writtenFault({ shortest: 2 }, "a")).toBe("Write 2 characters or more.");
    expect(writtenWords({ shortest: 2, longest: 9 })).toBe("From 2 to 9 characters.");
  });
  it("is written as the pattern says, with the example that there is", () => {
    const pattern = "[0-9]{5}";
    expect(writtenFault({ pattern }, "10115")).toBeNull();
    expect(writtenFault({ pattern, example: "12345" }, "ten")).toBe("Write it like this: 12345");
    expect(writtenFault({ pattern }, "ten")).toMatch(/another form/);
    expect(writtenWords({ pattern, example: "12345" })).toBe("Like this: 12345");
  });
  it("is anything where nothing is said", () => {
    expect(writtenWords({})).toBeNull();
    expect(writtenFault({}, "")).toBeNull();
  });
});
