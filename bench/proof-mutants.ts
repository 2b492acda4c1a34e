import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { declaredIn, equivalents } from "./mutants/equivalents";
import { SecondLook } from "./mutants/second-look";
import { root } from "./mutants/tree-copy";

/**
 * The rules of safety and couples, made wrong in every place that Stryker knows, one place at a time, and tried against the tests
 * beside them. Words in quotation marks are left as they are. File by file: `MUTANTS=gate npm run proof mutants`
 * tries those whose path holds "gate". What did not change since the last run is not tried again.
 */
const report = path.join(root, ".test", "mutants", "report.json");

type Reported = {
  mutatorName: string;
  status: string;
  replacement: string;
  location: Record<"start" | "end", { line: number; column: number }>;
};
type Report = { files: Record<string, { source: string; mutants: Reported[] }> };

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** What stood where the mutant stands. */
function textAt(source: string, { start, end }: Reported["location"]): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join("\n");
}

/** The whole file with the mutant in it. */
function withMutant(source: string, { start, end }: Reported["location"], replacement: string): string {
  const lines = source.split("\n");
  const upTo = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  return source.slice(0, upTo(start)) + replacement + source.slice(upTo(end));
}

/** Rules of safety that stand in another area. */
const elsewhere = ["assessments/closeness", "exercises/offered-form", "protocol/check-calendar", "time/zone-country"];
const files = ["safety", "couples"]
  .flatMap((area) => readdirSync(path.join(root, "lib", area)).map((name) => `lib/${area}/${name}`))
  .concat(elsewhere.map((name) => `lib/${name}.ts`))
  .filter((file) => /(?<!\.(test|testing))\.ts$/.test(file) && !/crisis-lines-/.test(file))
  .filter((file) => file.includes(process.env.MUTANTS ?? ""))
  .sort();
const needed = new Set<(typeof equivalents)[number]>();
const secondLook = new SecondLook();
const total = { mutants: 0, killed: 0, equivalent: 0, survived: 0 };

for (const file of files) {
  rmSync(report, { force: true });
  const run = spawnSync(
    path.join(root, "node_modules", ".bin", "stryker"),
    ["run", "bench/mutants/stryker.config.mjs", "--mutate", file],
    // CI: properties run with the seed that stands, so that a mutant is killed twice or never.
    { cwd: root, encoding: "utf8", env: { ...process.env, CI: "true" }, shell: process.platform === "win32" },
  );
  if (run.status !== 0) throw new Error(`Stryker did not try ${file}:\n${run.stdout}${run.stderr}`);
  if (!existsSync(report)) {
    total.survived += 1;
    console.log(`  FAILED  ${file}: no test comes here`);
    continue;
  }
  const read = JSON.parse(readFileSync(report, "utf8")) as Report;
  const { source, mutants } = read.files[file] ?? { source: "", mutants: [] };
  const tried = mutants.filter(({ status }) => status !== "Ignored");
  const left = tried.filter(({ status }) => status !== "Killed" && status !== "Timeout");
  let equivalent = 0;
  const survivors = left.filter(({ location, replacement }) => {
    const [was, becomes] = [textAt(source, location), replacement];
    const declared = declaredIn(equivalents, { file, source, at: location.start.line, was, becomes });
    if (declared) {
      needed.add(declared);
      equivalent += 1;
    }
    return !declared && !secondLook.kills(file, source, withMutant(source, location, replacement));
  });
  const killed = tried.length - equivalent - survivors.length;
  total.mutants += tried.length;
  total.killed += killed;
  total.equivalent += equivalent;
  total.survived += survivors.length;
  console.log(
    `  ${survivors.length === 0 ? "holds " : "FAILED"}  ${file}: ${tried.length} mutants, ${killed} killed, ${equivalent} equivalent, ${survivors.length} survived`,
  );
  for (const { location, replacement, status, mutatorName } of survivors)
    console.log(
      `          line ${location.start.line}, ${mutatorName}${status === "NoCoverage" ? ", no test comes here" : ""}: ${oneLine(textAt(source, location))} → ${oneLine(replacement)}`,
    );
}

secondLook.close();
const stale = equivalents.filter((one) => files.includes(one.file) && !needed.has(one));
for (const { file, was, becomes, why } of needed) console.log(`  equivalent  ${file}: ${was} → ${becomes}. ${why}`);
for (const { file, was, becomes } of stale)
  console.log(`  FAILED  declared and not needed: ${file}: ${was} → ${becomes}`);
console.log(
  `  ${total.mutants} mutants of ${files.length} files: ${total.killed} killed, ${total.equivalent} equivalent, ${total.survived} survived`,
);
if (total.survived > 0 || stale.length > 0) process.exitCode = 1;
