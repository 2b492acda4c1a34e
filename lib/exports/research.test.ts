import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ResearchPerson,
  type ResearchValue,
  refusalSentences,
  researchFile,
  researchReadMe,
  smallGroups,
} from "./research";

const value = (more: Partial<ResearchValue> = {}): ResearchValue => ({
  ...{ week: 1, occasion: 1, kind: "check", measure: "connection-check", version: null, form: null },
  ...{ variable: "closeness", value: 5, text: null, status: "given", reason: null },
  ...more,
});
const person = (protocol: string, partner: string, values: ResearchValue[] = [value()]): ResearchPerson => ({
  about: { protocol, partner, standing: "weeks run" },
  values,
});
const many = (count: number, one: ResearchPerson) => Array.from({ length: count }, () => one);
const inTurn = (people: readonly unknown[]) => people.map((_, i) => i);

describe("a group of fewer than five", () => {
  it("makes the file be refused, and is named by what its people have in common, not by how many they are", () => {
    const people = [
      ...many(6, person("Ten weeks, version 3", "alone")),
      ...many(3, person("Ten weeks, version 3", "linked")),
    ];
    expect(smallGroups(people, ["protocol"])).toEqual([]);
    const small = smallGroups(people, ["protocol", "partner"]);
    expect(small).toMatchObject([{ count: 3 }]);
    const told = refusalSentences(small.map(({ about }) => about)).join(" ");
    expect(told).toContain("Ten weeks, version 3 and linked.");
    expect(told).not.toMatch(/\b3 people|three/);
  });

  it("is everybody where there are so few", () => {
    expect(refusalSentences([[]])[0]).toContain("Fewer than 5 people would be in it");
    expect(smallGroups(many(4, person("a", "b")), [])).toEqual([{ about: [], count: 4 }]);
    expect(smallGroups(many(5, person("a", "b")), [])).toEqual([]);
    expect(smallGroups([], ["protocol"])).toHaveLength(1);
  });
});

describe("a file that is made", () => {
  it("leaves out variables and weeks that fewer than five have, and says so", () => {
    const rare = value({ kind: "score", measure: "phq-9", variable: "total", value: 14 });
    const people = [
      ...many(4, person("a", "b", [value(), rare, value({ week: 12 })])),
      ...many(2, person("a", "b", [value({ week: 3 })])),
    ];
    const file = researchFile(people, ["partner"], inTurn(people));
    expect(file.rows.every(({ week, measure }) => week <= 3 && measure === "connection-check")).toBe(true);
    expect(file.leftOut.join(" ")).toMatch(/after week 3.*phq-9/);
    expect(file.people[0]).toEqual({ study: 1, partner: "b" });
    expect(researchReadMe(file, "2026-11-05T10:00:00.000Z")).toContain("Research data of 6 people");
  });

  it("holds, whatever the people are, no group of fewer than five of anything", () => {
    const one = fc.record({
      week: fc.integer({ min: 0, max: 14 }),
      measure: fc.constantFrom("phq-9", "ras", "connection-check"),
      variable: fc.constantFrom("a", "b"),
    });
    const someone = fc.array(one, { maxLength: 6 }).map((values) =>
      person(
        "a",
        "b",
        values.map((given) => value(given)),
      ),
    );
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 14 }), (people) => {
        const { rows } = researchFile(people, [], inTurn(people));
        const holdersOf = (fits: (row: (typeof rows)[number]) => boolean) =>
          new Set(rows.filter(fits).map(({ study }) => study)).size;
        for (const { measure, variable } of rows)
          expect(holdersOf((row) => row.measure === measure && row.variable === variable)).toBeGreaterThanOrEqual(5);
        const came = people.filter(({ values }) =>
          values.some(({ week }) => week >= Math.max(0, ...rows.map((row) => row.week))),
        );
        if (rows.length > 0) expect(came.length).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it("numbers people in the order that was drawn", () => {
    const people = [person("a", "first"), person("a", "second")];
    expect(researchFile(people, ["partner"], [1, 0]).people.map(({ partner }) => partner)).toEqual(["second", "first"]);
  });
});
