import { expect, test } from "vitest";
import { languageMarks } from "@/lib/assessments/language-marks";

test("words in another language say so, and run as their letters do; an unknown language is none", () => {
  expect(languageMarks("ar")).toEqual({ lang: "ar", dir: "auto" });
  expect(languageMarks("und")).toEqual({ lang: "", dir: "auto" });
  expect(languageMarks("en-GB")).toEqual({});
  expect(languageMarks(undefined)).toEqual({});
});
