import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { canonical } from "@/lib/shipped/canonical";
import { changesSince, editionOf, editions } from "@/lib/shipped/editions";
import { readContent } from "@/lib/shipped/kinds";
import { linesOf } from "@/lib/shipped/lines";
import { shippedContent, shippedOf } from "@/lib/shipped/shipped-content";

const hashOf = (content: unknown) => createHash("sha256").update(canonical(content)).digest("hex").slice(0, 12);
const nameOf = ({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`;

it("changes nothing that ships without a new version: give it the next one in editions.ts, with this hash and why", () => {
  const declared = Object.fromEntries(editions.map((one) => [nameOf(one), one.hash]));
  expect(Object.fromEntries(shippedContent.map((one) => [nameOf(one), hashOf(one.content)]))).toEqual(declared);
});

it("lists each thing once, and says what each version after the first changed", () => {
  expect(new Set(editions.map(nameOf)).size).toBe(editions.length);
  for (const { kind, key, version, changes } of editions) {
    const told = changes.map((change) => change.version);
    expect(told, `${kind} ${key}`).toEqual(Array.from({ length: version - 1 }, (_, i) => i + 2));
    for (const { why } of changes) expect(why).toMatch(/^[A-Z].{20,}[.]$/);
  }
  expect(() => editionOf("reading", "nobody")).toThrow(/List reading "nobody"/);
});

it("gives an instrument the number that its definition has", () => {
  for (const one of shippedContent)
    if (one.kind === "instrument") expect(one.edition.version, one.key).toBe(one.content.version);
});

it("is read back from where it was kept as what it was", () => {
  for (const one of shippedContent) {
    const kept = JSON.parse(JSON.stringify(one.content));
    expect(canonical(readContent[one.kind](kept)), one.key).toBe(canonical(one.content));
    expect(linesOf(one.kind as "reading", one.content as never).length).toBeGreaterThan(0);
  }
  expect(shippedOf("reading", "start-gently")?.title).toBe("Start gently");
  expect(shippedOf("reading", "nobody")).toBeUndefined();
});

it("tells what changed since the version that somebody has", () => {
  const change = (version: number) => ({ version, why: `Because of ${version}.`, isSafety: version === 3 });
  const edition = { ...editionOf("reading", "start-gently"), version: 3, changes: [change(2), change(3)] };
  expect(changesSince(edition, 1)).toHaveLength(2);
  expect(changesSince(edition, 2)).toEqual([change(3)]);
  expect(changesSince(edition, null)).toEqual([]);
});
