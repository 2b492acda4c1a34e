import { describe, expect, it } from "vitest";
import { numberField, optionalNumberField } from "@/lib/number-field";

const weeks = { least: 1, most: 26, isWhole: true };
const sentence = "Write a number of weeks from 1 to 26.";
const said = (field: ReturnType<typeof numberField>, typed: unknown) =>
  field.safeParse(typed).error?.issues[0]?.message;

describe("a number of a form", () => {
  it("is read as people write it, and says what fits where it does not", () => {
    expect(numberField(weeks, sentence).parse(" 4 ")).toBe(4);
    expect(numberField({}, sentence).parse("1 000,5")).toBe(1000.5);
    for (const typed of ["0", "27", "2,5", "two", "", undefined])
      expect(said(numberField(weeks, sentence), typed)).toBe(sentence);
  });

  it("asks back where a mark could mean two numbers, and may be left out where that is allowed", () => {
    expect(said(numberField({}, sentence), "1,500")).toMatch(/^Did you mean 1500, or 1 point 5\?/);
    expect(optionalNumberField(weeks, sentence).parse("")).toBeNull();
    expect(optionalNumberField(weeks, sentence).safeParse("x").error?.issues[0]?.message).toBe(sentence);
  });
});
