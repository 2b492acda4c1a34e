import process from "node:process";
import { families } from "@/e2e/security/transition/pairs";
import { play } from "@/e2e/security/transition/play";
import { openWorld } from "@/e2e/security/transition/world";

/**
 * Every pair of histories that may differ in nothing that anybody can see, at every step: every page of the portal, as
 * document, payload and prefetch, and the answer to every form. Words behind the name choose families.
 */
const only = (process.env.NEARER_PROOF_ONLY ?? "").toLowerCase();
const wanted = families.filter(({ name }) => name.toLowerCase().includes(only));
if (wanted.length === 0)
  throw new Error(`No family has "${only}" in its name. There are: ${families.map(({ name }) => name).join("; ")}.`);

const secondsSince = (began: number) => Math.round((Date.now() - began) / 1000);
const total = { histories: 0, looks: 0, compared: 0, ok: 0, faults: 0 };
const start = Date.now();
// In a directory of its own, so that parts can run side by side.
const world = await openWorld(["proof-transition", ...only.split(/\W+/).filter(Boolean)].join("-"));
try {
  for (const family of wanted) {
    const began = Date.now();
    const histories = Object.keys(family.histories).length;
    console.log(`  ${family.name}: ${histories} histories and a control, ${family.looks.length} looks`);
    const say = (line: string) => console.log(`    ${secondsSince(began)} s, ${line}`);
    const { compared, ok, looks, faults } = await play(world, family, "every", say);
    total.histories += histories;
    total.looks += looks;
    total.compared += compared;
    total.ok += ok;
    total.faults += faults.length;
    console.log(
      `    ${faults.length ? "FAILED" : "holds"}: ${compared} answers, ${ok} pages, ${secondsSince(began)} s`,
    );
    for (const fault of faults) console.log(`    ${fault}`);
  }
} finally {
  await world.close();
}
console.log(
  `${wanted.length} families, ${total.histories} histories, ${total.looks} looks, ${total.compared} answers compared, ` +
    `${total.ok} of them pages; ${total.faults} differences; ${secondsSince(start)} s.`,
);
if (total.faults > 0) process.exitCode = 1;
