import { expect, test } from "vitest";
import { builtInExercise, builtInExercises, leastEdited } from "@/lib/exercises/built-in-exercises";
import { type Exercise, exerciseSchema } from "@/lib/exercises/exercise";

const [first, second] = builtInExercises as [Exercise, Exercise];
const eighth: Exercise = { ...second, key: "say-it-with-a-song", exposureLevel: "touch" };

test("an exercise ships because it is on the list, whatever guided page it is on", () => {
  const shipped = [...builtInExercises, eighth];
  expect(builtInExercise(eighth.key, shipped)).toBe(eighth);
  expect(builtInExercise(eighth.key)).toBeUndefined();
  expect(leastEdited(eighth, shipped)).toBe("touch");
  expect(leastEdited(eighth)).toBe("together");
  expect(builtInExercise(first.page)?.key).toBe(first.key);
});

test("a version from before exposure levels had their name is read, and written in the new one", () => {
  const { exposureLevel, ...rest } = first;
  expect(exerciseSchema.parse({ ...rest, reach: exposureLevel, reachFloor: "touch" })).toEqual({
    ...first,
    exposureFloor: "touch",
  });
  expect(exerciseSchema.parse({ ...rest, reach: exposureLevel })).toEqual(first);
  expect(exerciseSchema.safeParse({ ...first, reach: "alone" }).data).toEqual({ ...first, exposureLevel: "alone" });
  expect(exerciseSchema.safeParse(rest).success).toBe(false);
});
