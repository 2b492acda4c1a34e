import { test } from "./fixtures";
import { isNotSafe, isReleased, onceMore, phaseTwo } from "./ten-weeks/building-trust";
import { afterwards, end, phaseThree } from "./ten-weeks/integration";
import {
  enrols,
  firstDay,
  firstFortnight,
  isScreened,
  isWatched,
  somethingElse,
  staysLonger,
} from "./ten-weeks/small-steps";
import { openWorld } from "./ten-weeks/world";

test.setTimeout(600_000);

test("ten weeks, lived from both sides", async ({ browser }) => {
  const world = await openWorld(browser);
  try {
    const path = await test.step("Enrolled and agreed", () => enrols(world, browser));
    await test.step("Screened", () => isScreened(path));
    await test.step("The first day", () => firstDay(path));
    await test.step("Weeks 1 and 2", () => firstFortnight(path));
    await test.step("Week 3: something else", () => somethingElse(path));
    await test.step("Week 4: a little longer", () => staysLonger(path));
    await test.step("Week 4 once more", () => isWatched(path));
    await test.step("Week 5: phase 2", () => phaseTwo(path));
    await test.step("Week 6: not safe", () => isNotSafe(path));
    await test.step("Week 6: released", () => isReleased(path));
    await test.step("Weeks 7 and 8", () => onceMore(path));
    await test.step("Weeks 9 and 10: phase 3", () => phaseThree(path));
    const marks = await test.step("The end", () => end(path));
    await test.step("Afterwards", () => afterwards(path, marks));
  } finally {
    await world.close();
  }
});
