import { expect, it } from "vitest";
import { rememberedBy, type VersionRow } from "./remembered";

const row = (id: string, changes: Partial<VersionRow> = {}): VersionRow => ({
  practiceId: "p",
  id,
  publishedAt: new Date(0),
  definition: { words: [id] },
  ...changes,
});

function counted(most?: number) {
  const parsed: unknown[] = [];
  const read = rememberedBy((definition) => {
    parsed.push(definition);
    return structuredClone(definition) as { words: string[] };
  }, most);
  return { parsed, read };
}

it("reads a published version once, for each practice and each publishing apart", () => {
  const { parsed, read } = counted();
  expect(read(row("a"))).toBe(read(row("a")));
  expect(parsed).toHaveLength(1);
  read(row("a", { practiceId: "q" }));
  read(row("a", { publishedAt: new Date(1) }));
  expect(parsed).toHaveLength(3);
  // Within a column of JSON an instant is text.
  read(row("a", { publishedAt: new Date(1).toISOString() }));
  expect(parsed).toHaveLength(3);
});

it("never remembers a draft", () => {
  const { read } = counted();
  const draft = row("a", { publishedAt: null });
  read(draft);
  expect(read({ ...draft, definition: { words: ["changed"] } }).words).toEqual(["changed"]);
});

it("forgets the least lately read when there are too many", () => {
  const { parsed, read } = counted(2);
  for (const id of ["a", "b", "a", "c", "a"]) read(row(id));
  expect(parsed).toHaveLength(3);
  read(row("b"));
  expect(parsed).toHaveLength(4);
});

it("hands out what nobody can change for the next reader", () => {
  const { read } = counted();
  expect(() => read(row("a")).words.push("more")).toThrow(TypeError);
  expect(read(row("a")).words).toEqual(["a"]);
});

it("remembers no failure", () => {
  let isBroken = true;
  const read = rememberedBy(() => {
    if (isBroken) throw new TypeError("broken");
    return "read";
  });
  expect(() => read(row("a"))).toThrow(TypeError);
  isBroken = false;
  expect(read(row("a"))).toBe("read");
});
