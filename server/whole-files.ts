import "server-only";
import type { WriteWhole } from "@/db/commands/exports/whole-record";
import { neverGiven, wholeParts } from "@/lib/exports/all-of-it";
import { wholeHtml } from "@/lib/exports/whole-html";
import { zipOf } from "./zip";

/** A whole record as a zip: what it is, a page to read, and the same as data. */
export const zippedWhole: WriteWhole = (record, madeAt) =>
  zipOf(
    [
      { name: "read-first.txt", text: readFirst(record.recordNumber, record.madeAt, record.leftOut.length > 0) },
      { name: "record.html", text: wholeHtml(record) },
      { name: "record.json", text: `${JSON.stringify(given(record), null, 2)}\n` },
    ],
    madeAt,
  );

const given = ({ recordNumber, madeAt, parts }: Parameters<WriteWhole>[0]) => ({
  record: recordNumber,
  madeAt,
  parts: parts.map(({ part, tables }) => ({ part: wholeParts[part].title, tables })),
});

const readFirst = (recordNumber: number, madeAt: string, isPart: boolean) =>
  [
    `Record ${recordNumber}, made ${madeAt}. It holds what is kept about one person and nothing of anybody else’s record.`,
    isPart ? "Some parts were left out. The therapist says which, and why." : "Every part is in it.",
    "Never in such a file: notes that are their author’s alone, the safe way to reach somebody, the safety plan, and what opens a sign-in.",
    "No risk assessment; clear is no finding. A score has a measurement error, which its manual states.",
    `Of ${Object.keys(neverGiven).length} kinds of rows nothing is given: keys, devices, and what is worked out anew at every look.`,
    "",
  ].join("\r\n");
