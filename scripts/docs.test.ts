import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

const boxes = [
  "app",
  "bench",
  "components",
  "db",
  "deploy",
  "docs",
  "e2e",
  "lib",
  "runtime",
  "sample",
  "scripts",
  "server",
];
const inTree = [
  ...readdirSync(root),
  ...boxes.flatMap((box) =>
    readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" }).map((at) => `${box}/${at}`),
  ),
];
const sources = inTree.filter((file) => /\.(tsx?|mjs|cjs)$/.test(file));

/** Every place by its own name, and by as much of its address before that as somebody may write; with and without its ending. */
const places = new Set(
  inTree.flatMap((at) => {
    const parts = at.split("/");
    const ends = parts.map((_, i) => parts.slice(i).join("/"));
    return ends.flatMap((end) => [end, end.replace(/\.(tsx?|mjs)$/, "")]);
  }),
);

const docs = [
  "README.md",
  ...readdirSync(path.join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** The page as it speaks of today: of what became of what, the last column. */
function speaksOfToday(doc: string): string {
  const [today = "", before = ""] = read(doc).split("## What became of what", 2);
  const now = before.split("\n").map((line) => line.split("|").at(-2) ?? "");
  return [today, ...now].join("\n");
}

/** What stands as code: every word of a span or a block. */
function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, block]) => block ?? "");
  const spans = [...text.replaceAll(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`]+)`/g)].map(([, span]) => span ?? "");
  return [...blocks, ...spans].flatMap((code) => code.split(/\s+/)).map((word) => word.replace(/[,;.:]+$/, ""));
}

/** A place of this repository: a file by its ending, or what has a folder before it. Not a gap to be filled in (AREA, NAME.ts), nor what a running practice keeps. */
const isPlace = (word: string) =>
  /^[\w.[\]()-][\w./[\]()-]*$/.test(word) &&
  /\/|\.(tsx?|mjs|cjs|css|md|json|sql|png)$/.test(word) &&
  !/(^|\/)[A-Z]+(\/|\.ts$|$)|NN/.test(word) &&
  word !== "secrets.json";

test.each(docs)("%s names no file and no folder that is not there", (doc) => {
  const named = codeIn(speaksOfToday(doc)).filter(isPlace);
  expect(named.filter((word) => !places.has(word.replace(/\/$/, "")))).toEqual([]);
});

const words = new Set(sources.flatMap((file) => read(file).match(/[A-Za-z]\w*/g) ?? []));

test.each(docs)("%s names nothing of the code that is not there", (doc) => {
  const names = codeIn(speaksOfToday(doc)).flatMap(
    (word) => /^([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)\b/.exec(word)?.[1] ?? [],
  );
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

/** Whether a page has the section with this number, or in it the line with the number behind the dot. */
function hasSection(doc: string, cited: string): boolean {
  const [section, line] = cited.split(".");
  const text = new RegExp(`^## ${section}\\. [\\s\\S]*?(?=^## |$(?![\\s\\S]))`, "m").exec(read(doc))?.[0] ?? "";
  return text !== "" && (line === undefined || new RegExp(`^${line}\\. `, "m").test(text));
}

test("what the sources cite of a page stands there", () => {
  const cited = sources.flatMap((file) =>
    [...read(file).matchAll(/(docs\/[A-Z-]+\.md)(?:, sections? ([\d.]*\d)(?: and ([\d.]*\d))?)?/g)].map(
      ([, doc = "", ...sections]) => ({ file, doc, sections: sections.filter((one) => one !== undefined) }),
    ),
  );
  expect(cited.length).toBeGreaterThan(10);
  const missing = cited.filter(
    ({ doc, sections }) => !docs.includes(doc) || !sections.every((section) => hasSection(doc, section)),
  );
  expect(missing).toEqual([]);
});

test("docs/ARCHITECTURE.md tells every arrow that is enforced, and no other", () => {
  const enforced = [...read(".dependency-cruiser.cjs").matchAll(/(?:only\(\s*|name: )["`]([\w${}-]+)["`]/g)];
  const told = [...read("docs/ARCHITECTURE.md").matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = ""]) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name.replace("…", `\${area}`)),
  );
  expect(told.sort()).toEqual(enforced.map(([, name]) => name).sort());
});
