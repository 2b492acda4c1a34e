import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { type Examined, examineQuestionnaire } from "@/lib/assessments/fhir/examine.testing";

/**
 * Every FHIR Questionnaire of a folder, brought in, answered, taken out again and compared with its file:
 * `npm run proof questionnaires -- FOLDER`. Without a folder, those that stand in the repository.
 */
const own = path.join(import.meta.dirname, "..", "lib", "assessments", "fhir");
const named = process.env.NEARER_PROOF_ONLY?.trim();
const folders = named ? [path.resolve(named)] : [path.join(own, "strangers"), path.join(own, "examples")];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();

const isQuestionnaire = (text: string): boolean => /"resourceType"\s*:\s*"Questionnaire"/.test(text);

const short = (words: readonly string[], most: number): string => {
  const all = words.join(" ");
  return all.length > most ? `${all.slice(0, most)}…` : all;
};

function faultsOf(one: Examined): string[] {
  return [
    ...(one.silent.length > 0 ? [`lost in silence: ${short(one.silent, 80)}`] : []),
    ...(one.misweighed.length > 0 ? [`other weights: ${short(one.misweighed, 80)}`] : []),
    ...(one.differs.length > 0 ? [`comes back otherwise: ${short(one.differs, 80)}`] : []),
    ...(one.misanswered.length > 0 ? [`answers: ${short(one.misanswered, 120)}`] : []),
  ];
}

const rows = folders.flatMap((folder) =>
  filesIn(folder).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return isQuestionnaire(text) ? [{ name: path.relative(folder, file), ...examineQuestionnaire(text) }] : [];
  }),
);
if (rows.length === 0) {
  console.error(`There is no Questionnaire in ${folders.join(", ")}.`);
  process.exit(1);
}
const width = Math.min(60, Math.max(...rows.map(({ name }) => name.length)));
const line = (cells: readonly (string | number)[]) =>
  cells.map((cell, i) => (i === 0 ? String(cell).slice(-width).padEnd(width) : String(cell).padStart(9))).join(" ");
console.log(line(["file", "outcome", "questions", "asked", "left out", "answered", "faults"]));
for (const row of rows) {
  const faults = faultsOf(row);
  console.log(line([row.name, row.outcome, row.questions, row.asked, row.leftOut, row.answered, faults.length]));
  for (const fault of faults) console.log(`  ${fault}`);
  if (row.outcome === "refused") console.log(`  ${short([row.sentence], 400)}`);
}
const drafts = rows.filter(({ outcome }) => outcome === "draft");
const sum = (count: (row: Examined) => number) => drafts.reduce((total, row) => total + count(row), 0);
const having = (list: (row: Examined) => readonly unknown[]) => drafts.filter((row) => list(row).length > 0).length;
const totals: [string, number][] = [
  ["questionnaires", rows.length],
  ["drafts", drafts.length],
  ["refused, each with its reason", rows.length - drafts.length],
  ["questions in the drafts’ files", sum((row) => row.questions)],
  ["asked", sum((row) => row.asked)],
  ["left out by name", sum((row) => row.leftOut)],
  ["drafts that lost a question in silence", having((row) => row.silent)],
  ["drafts with other weights than their file", having((row) => row.misweighed)],
  ["drafts that come back otherwise", having((row) => row.differs)],
  ["drafts whose answers do not fit or come back", having((row) => row.misanswered)],
];
console.log();
for (const [words, count] of totals) console.log(`${String(count).padStart(6)}  ${words}`);
if (rows.some((row) => faultsOf(row).length > 0)) process.exitCode = 1;
