import { readFileSync } from "node:fs";
import process from "node:process";
import { commandEquivalents, declaredIn } from "./mutants/equivalents";
import { drawn, type Mutant, mutatedFiles, tryAll } from "./mutants/run-commands";

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

const declaredOf = ({ file, line, was, replacement }: Mutant) => {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  return declaredIn(commandEquivalents, { file, source, at: line, was, becomes: replacement });
};

let failed = 0;
let equivalent = 0;
const isDeclared = (mutant: Mutant) => declaredOf(mutant) !== undefined;
await tryAll(mutants, isDeclared, (mutant) => {
  const { number, file, line, kind, was, replacement, killedBy } = mutant;
  const what = `${number}  ${file}:${line}, ${kind}: ${oneLine(was)} → ${oneLine(replacement)}`;
  const declared = declaredOf(mutant);
  if (killedBy !== null) {
    if (declared) failed += 1;
    const told = declared ? "FAILED  declared and not needed, killed" : "killed    ";
    return console.log(`  ${told}  ${what}\n                by ${killedBy}`);
  }
  if (declared) {
    equivalent += 1;
    return console.log(`  equivalent  ${what}\n                ${declared.why}`);
  }
  failed += 1;
  console.log(`  SURVIVED    ${what}`);
});
console.log(
  `  ${mutants.length} mutants: ${mutants.length - failed - equivalent} killed, ${equivalent} equivalent, ${failed} survived or declared in vain`,
);
if (failed > 0) process.exitCode = 1;
