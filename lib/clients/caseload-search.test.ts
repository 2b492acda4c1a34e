import { describe, expect, it } from "vitest";
import { type Findable, searched } from "@/lib/clients/caseload-search";

const people: Findable[] = [
  { name: "Ines Marchetti", recordNumber: 12, email: "ines@home.example", partnerName: "Dario" },
  { name: "Aleš Novák", recordNumber: 7, email: "ales@post.example", partnerName: null },
  { name: "Agnes Okoro", recordNumber: 120, email: null, partnerName: "Benedikt" },
];
const find = (search: string) => searched(people, search, (one) => one).found.map(({ name }) => name.split(" ")[0]);
const isNear = (search: string) => searched(people, search, (one) => one).isNear;

describe("a search of the caseload", () => {
  it.each([
    ["", ["Ines", "Aleš", "Agnes"]],
    ["nes", ["Ines", "Agnes"]],
    ["ales", ["Aleš"]],
    ["dario", ["Ines"]],
    ["12", ["Ines"]],
    ["#7", ["Aleš"]],
    ["120", ["Agnes"]],
    ["99", []],
    ["@post", ["Aleš"]],
    ["INES@home.example", ["Ines"]],
    ["example", []],
  ])("finds by what is known: %s", (search, expected) => {
    expect(find(search)).toEqual(expected);
    expect(isNear(search)).toBe(false);
  });

  it.each([
    ["inez", ["Ines"]],
    ["marhcetti", ["Ines"]],
    ["marcheti", ["Ines"]],
    ["ines marketti", ["Ines"]],
    ["novac", ["Aleš"]],
    ["benedict", ["Agnes"]],
    ["bendikt", ["Agnes"]],
  ])("comes near where nobody is called so: %s", (search, expected) => {
    expect(find(search)).toEqual(expected);
    expect(isNear(search)).toBe(true);
  });

  it.each(["ine z", "xx", "zzzz", "zzzzzzzzzz", "%", ".*"])("finds nobody by %s", (search) => {
    expect(find(search)).toEqual([]);
  });

  it("is not near where somebody is called so", () => {
    expect(find("agnes")).toEqual(["Agnes"]);
  });
});
