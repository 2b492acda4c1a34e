import { expect, it } from "vitest";
import { arabicParts, readsFromTheRight } from "./words";

it("takes runs of Arabic out whole, with the spaces between their words", () => {
  expect(arabicParts("For ليلى حسن, record 12")).toEqual(["For ", "ليلى حسن", ", record 12"]);
  expect(arabicParts("ليلى")).toEqual(["", "ليلى", ""]);
  expect(arabicParts("Jürgen Weiß")).toEqual(["Jürgen Weiß"]);
});

it("reads a paragraph from the side of its first letter", () => {
  expect(readsFromTheRight("12 نعمل معا")).toBe(true);
  expect(readsFromTheRight("Ines and ليلى")).toBe(false);
  expect(readsFromTheRight("…")).toBe(false);
});
