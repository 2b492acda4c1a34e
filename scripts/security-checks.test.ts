import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checks } from "./checks/all.testing";
import { securityTable, tableBegins, tableEnds } from "./checks/table.testing";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a file holds as the title of a test. */
const holds = (file: string, title: string) =>
  new RegExp(`\\b(it|test)(\\.each\\([^]*?\\))?\\(\\s*(["'\`])${escaped(title)}\\3`).test(read(file));

test("there are forty-four checks, and each says what shows it or that nothing does", () => {
  expect(checks).toHaveLength(44);
  expect(checks.filter(({ shown, rest }) => shown.length === 0 && !rest)).toEqual([]);
});

test("every test that is named for a check is there", () => {
  const named = checks.flatMap(({ shown }, i) => shown.map(([file, ...titles]) => ({ check: i + 1, file, titles })));
  expect(named.filter(({ file }) => !existsSync(path.join(root, file)))).toEqual([]);
  const isProof = (file: string) => file.startsWith("bench/");
  expect(named.filter(({ file, titles }) => titles.length === 0 && !isProof(file))).toEqual([]);
  const gone = named.flatMap(({ check, file, titles }) =>
    titles.filter((title) => !holds(file, title)).map((title) => ({ check, file, title })),
  );
  expect(gone).toEqual([]);
});

test("a part of the proof that is named can be asked for", () => {
  const parts = read("scripts/proof.mjs");
  const named = checks.flatMap(({ shown }) =>
    shown.flatMap(([file]) => /^bench\/proof-([\w-]+)\.ts$/.exec(file)?.[1] ?? []),
  );
  expect(
    named.filter(
      (part) => !parts.includes(`${part}: `) && !parts.includes(`${part}:\n`) && !parts.includes(`"${part}": `),
    ),
  ).toEqual([]);
});

test("docs/SECURITY.md holds the table that this list makes: node --import tsx scripts/security-table.mjs", () => {
  const [, table = ""] = read("docs/SECURITY.md").split(tableBegins);
  expect(table.split(tableEnds)[0]?.trim().split("\n")).toEqual(securityTable());
});
