import "server-only";
import {
  type ResearchColumn,
  type ResearchFile,
  researchColumns,
  researchReadMe,
  researchRowColumns,
} from "@/lib/exports/research";
import { csvOf, csvOfRows } from "./csv";
import { zipOf } from "./zip";

type Made = { file: ResearchFile; askedAt: Date; hasMark: boolean };

/** Research data as a zip: what it is, a row per person, and a row per value. */
export function zippedResearch({ file, askedAt, hasMark }: Made): Promise<Buffer> {
  const [first] = file.people;
  const beside = (Object.keys(researchColumns) as ResearchColumn[]).filter((key) => first && key in first);
  const people = file.people.map((one) => [one.study, ...beside.map((key) => one[key] ?? null)]);
  return zipOf(
    [
      { name: "read-first.txt", text: researchReadMe(file, askedAt.toISOString()) },
      { name: "people.csv", text: csvOf(["study", ...beside], people, hasMark) },
      { name: "values.csv", text: csvOfRows(researchRowColumns, file.rows, hasMark) },
    ],
    askedAt,
  );
}
