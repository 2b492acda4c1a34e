import process from "node:process";
import { expect, test } from "../fixtures";
import { families } from "./transition/pairs";
import { play } from "./transition/play";
import { openWorld } from "./transition/world";

test.setTimeout(420_000);

/**
 * What one of two does alone changes no byte of what the other can fetch, nor of the own pages beyond the one where it was
 * given. Practices that differ in nothing else live their weeks side by side on one clock. Chosen pages and steps; every
 * pair at every step: `npm run proof transition`.
 */
test("no page, header or letter tells what one of two did alone", async () => {
  const world = await openWorld("e2e-transition");
  const total = { compared: 0, ok: 0 };
  const faults: string[] = [];
  try {
    for (const family of families)
      await test.step(family.name, async () => {
        const outcome = await play(world, family, "chosen");
        total.compared += outcome.compared;
        total.ok += outcome.ok;
        faults.push(...outcome.faults);
      });
  } finally {
    await world.close();
  }
  process.stdout.write(`Transition test: ${total.compared} answers compared, ${total.ok} of them pages.\n`);
  expect(faults).toEqual([]);
  expect(total.ok / total.compared, "most of what is compared are pages, and not redirects").toBeGreaterThan(0.8);
});
