import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fromTo, type Limit, limits, numeric, type Range, ranges, tooLong, tooLongBy } from "./limits";
import { optionalWords, wordsUpTo } from "./written-words";

const root = path.join(import.meta.dirname, "..");

/** The product's sources of a kind, in one text. */
function sources(boxes: readonly string[], ending: ".ts" | ".tsx"): string {
  const files = boxes.flatMap((box) =>
    readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" }).map((file) => path.join(root, box, file)),
  );
  const chosen = files.filter((file) => file.endsWith(ending) && !file.includes(".test."));
  return chosen.map((file) => readFileSync(file, "utf8")).join("\n");
}

describe("the limits of what is written", () => {
  it("stand in one place: no field has a number of its own, and none goes without a field or a rule", () => {
    const views = sources(["app", "components"], ".tsx");
    const rules = sources(["app", "db", "lib", "server"], ".ts");
    expect(views.length).toBeGreaterThan(100_000);
    expect(views.match(/maxLength[=:] ?\{?\d+/g)).toBeNull();
    expect(rules.match(/\.max\(\d[\d_]*, "[^"]*(letters|characters)/g)).toBeNull();
    const unused = Object.keys(limits).filter(
      (name) => !rules.includes(`"${name}"`) && !rules.includes(`limits.${name}`),
    );
    expect(unused.filter((name) => !views.includes(`limits.${name}`))).toEqual([]);
  });

  it("let in what fits to the last character, and say how much fits", () => {
    for (const limit of Object.keys(limits) as Limit[]) {
      const words = "x".repeat(limits[limit]);
      expect(wordsUpTo(limit, "Write it.").safeParse(words).success).toBe(true);
      expect(optionalWords(limit).safeParse(words).success).toBe(true);
      for (const shape of [wordsUpTo(limit, "Write it."), optionalWords(limit)])
        expect(shape.safeParse(`${words}x`).error?.issues[0]?.message).toBe(tooLong(limit));
    }
    expect(tooLong("message")).toBe("Use 4,000 characters or fewer.");
    expect(tooLongBy(1, 4000)).toBe("1 character too long. 4,000 fit; nothing was cut off.");
    expect(tooLongBy(1200, 4000)).toBe("1,200 characters too long. 4,000 fit; nothing was cut off.");
  });

  it("ask for words where they must be there, and keep none where they may be left out", () => {
    for (const empty of ["", "  \n", undefined])
      expect(wordsUpTo("favour", "Write it.").safeParse(empty).error?.issues[0]?.message).toBe("Write it.");
    expect(optionalWords("favour").parse("  ")).toBeNull();
    expect(optionalWords("favour").parse(undefined)).toBeNull();
    expect(optionalWords("favour").parse(" a word ")).toBe("a word");
  });

  it("of a whole number are those of its rule, its field and its sentence", () => {
    const rules = sources(["db", "lib"], ".ts");
    for (const range of Object.keys(ranges) as Range[]) {
      expect(rules, range).toMatch(new RegExp(`ranges\\.${range}\\b|within\\("${range}"`));
      expect(fromTo(range)).toBe(`from ${ranges[range].least} to ${ranges[range].most}`);
      expect(numeric(range).hint).toContain(fromTo(range));
    }
    const views = sources(["app", "components"], ".tsx");
    // The minutes of an escalation say what fits in a hint of their own. A browser's number field drops what it cannot read.
    expect(views.match(/inputMode="numeric"/g)).toHaveLength(1);
    expect(views).not.toMatch(/<(input|Field|FormField)\b[^>]*type="number"/);
  });
});
