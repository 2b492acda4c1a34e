// node --import tsx scripts/security-table.mjs: writes the table of checks of docs/SECURITY.md anew, from the list of their tests.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { securityTable, tableBegins, tableEnds } from "./checks/table.testing.ts";

const doc = path.resolve(import.meta.dirname, "../docs/SECURITY.md");
const text = readFileSync(doc, "utf8");
const [before] = text.split(tableBegins);
const [, after] = text.split(tableEnds);
if (after === undefined) throw new Error(`${doc} has no place for the table.`);
writeFileSync(doc, [before + tableBegins, "", ...securityTable(), "", tableEnds].join("\n") + after);
