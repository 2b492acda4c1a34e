import process from "node:process";
import { families } from "@/e2e/security/transition/pairs";
import { play } from "@/e2e/security/transition/play";
import { openWorld } from "@/e2e/security/transition/world";

/**
 * Every pair of histories that may differ in nothing that anybody can see, at every step, on every page of the portal, as
 * document, payload and prefetch. A name after a colon chooses families: `TRANSITION="sharing" npm run proof transition`.
 */
const world = await openWorld("proof-transition");
const wanted = process.env.TRANSITION ?? "";
const total = { compared: 0, ok: 0, faults: 0 };
try {
  for (const family of families.filter(({ name }) => new RegExp(wanted).test(name))) {
    const began = Date.now();
    const { compared, ok, faults } = await play(world, family, process.env.TRANSITION_CHOSEN ? "chosen" : "every");
    total.compared += compared;
    total.ok += ok;
    total.faults += faults.length;
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `  ${faults.length ? "FAILED" : "holds "}  ${family.name}: ${compared} answers, ${ok} pages, ${seconds} s`,
    );
    for (const fault of faults) console.log(`    ${fault}`);
  }
} finally {
  await world.close();
}
console.log(`${total.compared} answers compared, ${total.ok} of them pages; ${total.faults} differences.`);
if (total.faults > 0) process.exitCode = 1;
