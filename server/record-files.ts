import "server-only";
import type { WriteRecord } from "@/db/commands/exports/make-export";
import { recordBundle } from "@/lib/exports/bundle";
import { codebook, codebookColumns } from "@/lib/exports/codebook";
import type { ExportFormat } from "@/lib/exports/formats";
import { longColumns, longRows } from "@/lib/exports/long-rows";
import type { ExportedRecord } from "@/lib/exports/record";
import { wideRows } from "@/lib/exports/wide-rows";
import { csvOf, csvOfRows } from "./csv";
import { zipOf } from "./zip";

/** One file of an export, before it is packed. */
type ExportedFile = { name: string; text: string };

/** One record as a zip. `base`: the address under which own codes stand in FHIR. */
export const zippedRecord =
  (base: string): WriteRecord =>
  (record, how, madeAt) =>
    zipOf(recordFiles(record, how, base, madeAt.toISOString()), madeAt);

/** The files of one record in one format. */
export function recordFiles(
  record: ExportedRecord,
  { format, hasMark, stamp }: { format: ExportFormat; hasMark: boolean; stamp: string | null },
  base: string,
  madeAt: string,
): ExportedFile[] {
  const first = stamp === null ? [] : [{ name: "read-first.txt", text: stampWords(stamp, record, madeAt) }];
  if (format === "fhir")
    return [...first, { name: "record.fhir.json", text: json(recordBundle(record, base, madeAt)) }];
  if (format === "json")
    return [...first, { name: "record.json", text: json({ ...stamped(stamp), ...asJson(record, madeAt) }) }];
  const wide = wideRows(record);
  return [
    ...first,
    { name: "long.csv", text: csvOfRows(longColumns, longRows(record), hasMark) },
    { name: "wide.csv", text: csvOf(wide.columns, wide.rows, hasMark) },
    { name: "codebook.csv", text: csvOfRows(codebookColumns, codebook(record), hasMark) },
  ];
}

const stamped = (stamp: string | null) => (stamp === null ? {} : { stamp });

/** What stands first in a file for a court: what it is of, and what it is not. */
const stampWords = (stamp: string, { recordNumber }: ExportedRecord, madeAt: string) =>
  [
    stamp,
    `Record ${recordNumber}, made ${madeAt}. It holds what was measured with one person and nothing of anybody else.`,
    "Not in it: questions about safety and what they came to, events, the safety plan, and notes of sessions. That something is missing here says nothing about whether it happened.",
    "A score has a measurement error, which its manual states. A change is told as one person answered it.",
    "",
  ].join("\r\n");

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** The tables as JSON: every row as in the long table, what each variable is, and of what the file was made. */
function asJson(record: ExportedRecord, madeAt: string) {
  const { recordNumber, name, zone, path } = record;
  return {
    madeAt,
    record: { number: recordNumber, name, zone },
    path: path && { protocol: path.protocol, startsOn: path.startsOn, endsOn: path.endsOn },
    variables: codebook(record),
    values: longRows(record),
  };
}
