import { expect, it } from "vitest";
import { isShared } from "@/lib/exercises/offered-form";

it("offers with the partner what may be done with them, each exercise by what it needs", () => {
  const reaches = ["alone", "touch", "disclosure", "together"] as const;
  const shared = (open: boolean, jointTasks: boolean) =>
    reaches.map((exposureLevel) => isShared({ open, jointTasks }, exposureLevel));
  expect(shared(true, true)).toEqual([false, true, true, true]);
  expect(shared(false, true)).toEqual([false, false, false, true]);
  expect(shared(false, false)).toEqual([false, false, false, false]);
});
