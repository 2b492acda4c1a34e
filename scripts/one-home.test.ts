import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

const sources = ["app", "components", "server", "runtime", "sample", "db", "lib"]
  .flatMap((box) =>
    readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" }).map((file) => `${box}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^db\/testing\//.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));

/** What is spelled in one place, and how it would look if somebody spelled it again. */
const homes: { what: string; home: string; again: RegExp; isFree?: (file: string) => boolean }[] = [
  {
    what: "a first name",
    home: "firstNameOf in lib/first-name.ts",
    again: /name\w*\??\.(trim\(\)\??\.)?split\([^)]*\)\s*\[0\]/i,
    isFree: (file) => file === "lib/first-name.ts",
  },
  { what: "one or many", home: "plural and counted in lib/plural.ts", again: /=== 1\s*\?\s*["`]/ },
  {
    what: "a number with its sign",
    home: "signed and minus in lib/signed.ts",
    again: /\\u2212|["'`]−["'`]|\?\s*"\+"|\?\s*`\+\$\{/,
    isFree: (file) => file === "lib/signed.ts",
  },
  {
    what: "the two forms",
    home: "Form in lib/assessments/instrument.ts",
    again: /"now" \| "wished"|"wished" \| "now"/,
  },
  {
    what: "the five dimensions",
    home: "dimensions in lib/assessments/dimension.ts",
    again: /"emotional",\s*"intellectual"/,
    isFree: (file) => file === "lib/assessments/dimension.ts",
  },
  {
    what: "a column of a table in SQL",
    home: "alias(table, …) with its columns, so that a rename is a type error",
    again: /\b(from|join) \$\{\w+\} (?!(where|join|left|inner|on|order|group|limit|for|set|union)\b)[a-z]/,
    isFree: (file) => !/^(db|runtime|sample)\//.test(file),
  },
  {
    what: "a stored definition",
    home: "instrumentRead and protocolRead in db/definitions.ts",
    // What an edit made just now is an object, and is read through its schema where it is made.
    again: /parseInstrument\((?!\s*\{)|protocolVersionSchema\.(parse|safeParse)\(/,
    isFree: (file) => file.startsWith("lib/") || file === "db/definitions.ts",
  },
];

it.each(homes)("$what is spelled in one place: $home", ({ again, isFree = () => false }) => {
  const places = sources.filter(({ file, text }) => !isFree(file) && again.test(text)).map(({ file }) => file);
  expect(places).toEqual([]);
});
