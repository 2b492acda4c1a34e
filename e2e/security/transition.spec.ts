import process from "node:process";
import { expect, test } from "../fixtures";
import { servedActions } from "./actions";
import { portal } from "./attack";
import type { Outcome } from "./transition/compare";
import { families } from "./transition/pairs";
import { play } from "./transition/play";
import { openWorld } from "./transition/world";

// Two minutes and a half on a machine that does nothing else.
test.setTimeout(900_000);

/**
 * What one of two does alone changes no byte of what the other can fetch or is answered, nor of the own pages beyond the one
 * where it was given. Practices that differ in nothing else live their weeks side by side on one clock. Chosen pages and
 * steps; every pair at every step: `npm run proof transition`.
 */
test("no page, header, answer or letter tells what one of two did alone", async () => {
  const world = await openWorld("e2e-transition");
  const total: Outcome = { compared: 0, fetched: 0, ok: 0, looks: 0, faults: [], taken: new Set() };
  try {
    for (const family of families)
      await test.step(family.name, async () => {
        const outcome = await play(world, family, "chosen");
        total.compared += outcome.compared;
        total.fetched += outcome.fetched;
        total.ok += outcome.ok;
        total.looks += outcome.looks;
        total.faults.push(...outcome.faults);
        for (const action of outcome.taken) total.taken.add(action);
      });
  } finally {
    await world.close();
  }
  process.stdout.write(`Transition test: ${total.compared} answers compared, ${total.ok} of them pages.\n`);
  expect(total.faults).toEqual([]);
  expect(total.ok / total.fetched, "most of what is fetched are pages, and not redirects").toBeGreaterThan(0.8);
  const sent = servedActions().flatMap(({ name }) => (name.startsWith(portal) ? [name] : []));
  expect([...total.taken].filter((name) => name.startsWith(portal)).sort(), "every form was taken once").toEqual(sent);
});
