import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const read = (file: string) => JSON.parse(readFileSync(path.resolve(import.meta.dirname, "..", file), "utf8"));

/** Below these lie published holes that Nearer would be open to. */
const floors = { next: "16.4.1", "next-auth": "4.24.15", "drizzle-orm": "0.45.2", nodemailer: "9.1.1" };

const isAtLeast = (version: string, floor: string) => {
  const [a, b] = [version, floor].map((one) => one.split(".").map(Number));
  for (const [i, least] of (b ?? []).entries()) if (a?.[i] !== least) return (a?.[i] ?? 0) > least;
  return true;
};

test("what Nearer is built of is named to the digit, and above the versions with known holes", () => {
  const own = read("package.json");
  const named: Record<string, string> = { ...own.dependencies, ...own.devDependencies };
  expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  const locked: Record<string, { version: string; integrity?: string }> = read("package-lock.json").packages;
  const installed = Object.entries(locked).filter(([at]) => at !== "");
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([at]) => at)).toEqual([]);
  for (const [name, floor] of Object.entries(floors)) {
    const copies = installed.filter(([at]) => at.endsWith(`node_modules/${name}`));
    expect(copies.length, name).toBeGreaterThan(0);
    for (const [at, { version }] of copies) expect(isAtLeast(version, floor), `${at} ${version}`).toBe(true);
  }
  expect(isAtLeast("16.4.0", "16.4.1")).toBe(false);
  expect(isAtLeast("17.0.0", "16.4.1")).toBe(true);
});
