import "server-only";
import { ownBundle } from "@/lib/exports/own-bundle";
import { ownHtml } from "@/lib/exports/own-html";
import { type OwnPages, ownColumns, ownData, ownRows } from "@/lib/exports/own-pages";
import { csvOfRows } from "./csv";
import { zipOf } from "./zip";

/** What somebody’s own pages show, as a zip of four files: the same ones for everybody, whatever is in them. */
export const zippedOwnPages = (pages: OwnPages, base: string, madeAt: Date): Promise<Buffer> =>
  zipOf(
    [
      { name: "pages.html", text: ownHtml(pages) },
      { name: "pages.csv", text: csvOfRows(ownColumns, ownRows(pages), true) },
      { name: "pages.json", text: json(ownData(pages)) },
      { name: "pages.fhir.json", text: json(ownBundle(pages, base, madeAt.toISOString())) },
    ],
    madeAt,
  );

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
