import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
/** What a request reaches. The supervisor and the worker (runtime) are given no text of anybody. */
const boxes = ["app", "components", "db", "lib", "server"];
const sources = boxes
  .flatMap((box) =>
    readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" }).map((at) => `${box}/${at}`),
  )
  .map((at) => at.replaceAll("\\", "/"))
  .filter((at) => /\.tsx?$/.test(at) && !/\.test\.tsx?$|\.testing\.ts$|^db\/testing\//.test(at))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));

const having = (what: RegExp) => sources.filter(({ text }) => what.test(text)).map(({ file }) => file);

test("no statement is made of text that somebody could have sent", () => {
  expect(sources.length).toBeGreaterThan(1_000);
  expect(having(/\bsql\s*\.\s*raw\s*\(/)).toEqual([]);
  // Tables of a list in the file itself.
  expect(having(/\bsql\s*\.\s*identifier\s*\(/)).toEqual(["db/queries/clients/is-untouched.ts"]);
  // Names of roles, tables and databases, an isolation, and which rows of a table are a person's (the plan of erasing): from lists
  // in the sources or the operator's settings, and no request's.
  expect(having(/\.query(<[^(]*>)?\(\s*`[^`]*\$\{/).sort()).toEqual([
    "db/erasing/erase.ts",
    "db/erasing/written-anew.ts",
    "db/migrate.ts",
    "db/privileges.ts",
    "db/queries/exports/whole-record.ts",
    "db/role-limits.ts",
    "db/roles.ts",
    "db/scope.ts",
    "db/sealing/count-values.ts",
    "db/sealing/reseal-batch.ts",
    "db/sealing/resealer.ts",
    "db/sealing/resealing-record.ts",
  ]);
});

test("no words become markup but those that Nearer makes", () => {
  expect(having(/dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|srcDoc/)).toEqual(
    [],
  );
  expect(having(/\beval\(|new Function\(/)).toEqual([]);
});

test("a sealed value that does not open any more costs itself: nobody but the drill opens one by throwing", () => {
  const declared = sources.flatMap(({ text }) => [...text.matchAll(/export const (\w+) = sealedColumn\(/g)]);
  expect(declared.length).toBeGreaterThan(50);
  const names = declared.map(([, name]) => name).join("|");
  expect(having(new RegExp(`\\b(${names})\\.open\\(`))).toEqual([]);
});

test("every form that is sent is strict: a field too many refuses it", () => {
  // Filters and ids of an address, settings of a process, files of others in FHIR, drafts of an earlier version, an editor whose
  // fields are made with its page, and what a browser says of a passkey.
  expect(having(/\bz\s*\.\s*(object|looseObject)\s*\(/).sort()).toEqual([
    "app/(practice)/library/view.ts",
    "app/(practice)/settings/protocol/actions.ts",
    "app/api/clients/[clientId]/assessments/[assessmentId]/fhir/route.ts",
    "app/api/clients/[clientId]/files/[fileId]/route.ts",
    "app/api/clients/[clientId]/reports/[reportId]/pdf/route.ts",
    "db/queries/drafts/draft-at.ts",
    "lib/assessments/fhir/fhir-shape.ts",
    "lib/assessments/fhir/response-shape.ts",
    "lib/audit/filter.ts",
    "lib/caseload/view.ts",
    "lib/identity/passkey-form.ts",
    "server/env.ts",
  ]);
});
