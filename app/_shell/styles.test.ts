import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import tailwind from "@tailwindcss/postcss";
import postcss from "postcss";
import { beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..", "..");
const text = (file: string) => readFileSync(path.join(root, file), "utf8");
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")))
    .filter((file) => ending.test(file));

/** Every class that a style file answers to, as it is written in code. */
async function classesIn(file: string): Promise<Set<string>> {
  const { root: tree } = await postcss([tailwind({ optimize: false })]).process(text(file), {
    from: path.join(root, file),
  });
  const names = new Set<string>();
  tree.walkRules(({ selector }) => {
    for (const [, name = ""] of selector.matchAll(/\.((?:\\.|[\w-])+)/g)) names.add(name.replaceAll(/\\(.)/g, "$1"));
  });
  return names;
}

/** A file and everything of ours that it imports. */
function closure(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const walk = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from, lazy] of text(file).matchAll(/from "([^"]+)"|import\("([^"]+)"\)/g)) {
      const said = from ?? lazy ?? "";
      const at = said.startsWith("@/") ? said.slice(2) : path.posix.join(path.posix.dirname(file), said);
      const found = [".tsx", ".ts"].map((ending) => at + ending).find((one) => existsSync(path.join(root, one)));
      if (found && /^(app|components)\//.test(found)) walk(found);
    }
  };
  for (const entry of entries) walk(entry);
  return [...seen];
}

/** What a file says outright to be a class: also a mark of a drawing, which may be a common word. */
const namedIn = (file: string) =>
  [...text(file).matchAll(/className="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(/\s+/));

/** The words of files that are classes of ours, and stand in no sheet that their page brings. */
const missingFrom = (files: readonly string[], isThere: (word: string) => boolean) =>
  files.flatMap((file) =>
    [
      ...new Set([
        ...text(file)
          .split(/[\s"'`]+/)
          .filter((word) => /[-:[]/.test(word)),
        ...namedIn(file),
      ]),
    ]
      .filter((word) => linked.has(word) && !isThere(word))
      .map((word) => `${file}: ${word}`),
  );

const sheets = filesIn("app", /\.css$/);
let linked = new Set<string>();
let portal = new Set<string>();
let first = new Set<string>();
beforeAll(async () => {
  linked = await classesIn("app/beyond-today.css");
  portal = await classesIn("app/portal.css");
  first = await classesIn("app/first-paint.text.css");
});

describe("the style files", () => {
  it("are at most eight, of at most 900 lines together: pages are set with utilities", () => {
    expect(sheets.length).toBeLessThanOrEqual(8);
    expect(sheets.reduce((sum, file) => sum + text(file).split("\n").length - 1, 0)).toBeLessThanOrEqual(900);
    expect(filesIn("components", /\.css$/)).toEqual([]);
  });

  it("name classes for what is drawn inside of an svg, and for nothing else", () => {
    const outside: string[] = [];
    for (const file of sheets)
      postcss.parse(text(file)).walkRules((rule) => {
        const within = [rule.selector];
        for (let up = rule.parent; up && up.type !== "root"; up = up.parent as typeof up)
          if ("selector" in up && typeof up.selector === "string") within.push(up.selector);
        if (/\.[a-z]/i.test(rule.selector) && !within.some((one) => /(^|\s)svg\b|\.conn\b/.test(one)))
          outside.push(`${file}: ${rule.selector}`);
      });
    expect(outside).toEqual([]);
  });
});

describe("a size that utilities hold as a number", () => {
  it("is set in no other place, where it would change nothing", () => {
    const [, held = ""] = /@theme static inline \{([^}]+)\}/.exec(text("app/styles/theme.css")) ?? [];
    const names = [...held.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name = ""]) => name);
    expect(names).toContain("--spacing");
    const files = ["app", "components"].flatMap((folder) => filesIn(folder, /\.(tsx?|css)$/));
    const set = files
      .filter((file) => file !== "app/styles/theme.css" && !file.includes(".test."))
      .flatMap((file) =>
        names.filter((name) => new RegExp(`${name}["']?\\s*:`).test(text(file))).map((name) => `${file}: ${name}`),
      );
    expect(set).toEqual([]);
  });
});

describe("the classes in code", () => {
  it("are each a utility, a mark, or a name that a utility beside it asks for", () => {
    const unknown = ["app", "components"]
      .flatMap((folder) => filesIn(folder, /\.tsx$/))
      .filter((file) => !file.endsWith(".test.tsx") && statSync(path.join(root, file)).isFile())
      .flatMap((file) =>
        namedIn(file)
          .filter((name) => name && !linked.has(name) && !first.has(name) && !name.startsWith("group/"))
          .map((name) => `${file}: ${name}`),
      );
    expect(unknown).toEqual([]);
  });

  it("of a client’s page that links the portal’s own file stand in that file, and some pages of a client do", () => {
    const pages = filesIn("app/(portal)", /\.tsx$/).filter((file) => /import "[./]+\/portal\.css"/.test(text(file)));
    expect(pages.length).toBeGreaterThan(12);
    const files = closure(["app/layout.tsx", ...pages]);
    expect(missingFrom(files, (word) => portal.has(word) || first.has(word))).toEqual([]);
    // What stands in both is asked of the linked file: an element never has half of its utilities from either.
    expect(missingFrom(closure(pages), (word) => portal.has(word) || !first.has(word))).toEqual([]);
  });

  it("of Today, a sitting and the safety questions stand in the page itself", () => {
    const files = closure([
      "app/layout.tsx",
      "app/(portal)/portal/page.tsx",
      "app/(portal)/portal/assessments/[assessmentId]/page.tsx",
    ]);
    expect(files.length).toBeGreaterThan(60);
    expect(missingFrom(files, (word) => first.has(word))).toEqual([]);
  });
});
