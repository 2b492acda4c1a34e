import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { listParts, partsFile, writeParts } from "./parts-list";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

type Parts = { bomFormat: string; components: { name: string; version: string; hashes: { content: string }[] }[] };

describe("the list of parts", () => {
  it("names every part that a running Nearer is made of, with its version and what its file hashes to", () => {
    const { bomFormat, components } = listParts(read("package-lock.json")) as Parts;
    expect(bomFormat).toBe("CycloneDX");
    const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
    expect(named.size).toBe(components.length);
    const { dependencies, devDependencies } = read("package.json");
    const direct = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
    expect(direct.filter((part) => !named.has(part))).toEqual([]);
    // What they need in turn is there as well, and what only builds or tests is not.
    expect([...named].some((part) => part.startsWith("scheduler@"))).toBe(true);
    expect(named.has(`@biomejs/biome@${devDependencies["@biomejs/biome"]}`)).toBe(false);
    for (const { name, hashes } of components) expect(hashes[0]?.content, name).toMatch(/^[\da-f]{128}$/);
  });

  it("stands beside the build, and is the same for the same lock", () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), "nearer-parts-"));
    mkdirSync(path.join(dir, ".next"));
    writeFileSync(path.join(dir, "package-lock.json"), readFileSync(path.join(root, "package-lock.json")));
    writeParts(dir);
    const first = readFileSync(partsFile(dir), "utf8");
    writeParts(dir);
    expect(readFileSync(partsFile(dir), "utf8")).toBe(first);
    expect(JSON.parse(first).properties[0].value).toMatch(/^[\da-f]{64}$/);
    rmSync(dir, { recursive: true });
  });
});
