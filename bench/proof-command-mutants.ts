import { readFileSync } from "node:fs";
import process from "node:process";
import { commandEquivalents, declaredIn } from "./mutants/equivalents";
import { drawn, mutatedFiles, tryAll } from "./mutants/run-commands";

/**
 * Sixty mutants of the commands of safety and couples and of the reads that they stand on, drawn with a seed, each against
 * the tests around it on a real PostgreSQL. `MUTANTS=3,17 npm run proof command-mutants` tries those numbers alone.
 */
const count = 60;
const seed = 20_261_125;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const asked = process.env.MUTANTS?.split(",").map(Number);
const mutants = drawn(count, seed).filter(({ number }) => asked?.includes(number) ?? true);
console.log(`  ${mutants.length} mutants of ${mutatedFiles().length} files, seed ${seed}`);

let survived = 0;
let equivalent = 0;
await tryAll(mutants, ({ number, file, line, kind, was, replacement, killedBy }) => {
  const what = `${number}  ${file}:${line}, ${kind}: ${oneLine(was)} → ${oneLine(replacement)}`;
  if (killedBy !== null) return console.log(`  killed      ${what}\n                by ${killedBy}`);
  const source = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  const declared = declaredIn(commandEquivalents, { file, source, at: line, was, becomes: replacement });
  if (declared) {
    equivalent += 1;
    return console.log(`  equivalent  ${what}\n                ${declared.why}`);
  }
  survived += 1;
  console.log(`  SURVIVED    ${what}`);
});
console.log(
  `  ${mutants.length} mutants: ${mutants.length - survived - equivalent} killed, ${equivalent} equivalent, ${survived} survived`,
);
if (survived > 0) process.exitCode = 1;
