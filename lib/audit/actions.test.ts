import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { stepKinds } from "../appointments/appointment";
import { goalStepKinds } from "../goals/goal";
import { changeSchema } from "../protocol/decision";
import { auditActions } from "./actions";

const entries = Object.entries(auditActions);

/** What a template that begins with an area alone can end with. */
const endings: Record<string, readonly string[]> = {
  "appointments.": [...stepKinds],
  "assessments.": ["reviewed", "discussed", "not-discussed", "cancelled", "voided"],
  "couples.": ["shared", "withdrawn"],
  "goals.": [...goalStepKinds],
  "protocol.": changeSchema.options.map((one) => one.shape.kind.value),
};

/** What commands, queries and the worker write into the record of access, as far as the sources say it. */
function written(): string[] {
  const root = path.join(import.meta.dirname, "../..");
  const files = ["db/commands", "db/queries", "runtime/worker"].flatMap((box) =>
    readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" }).map((file) => path.join(root, box, file)),
  );
  return files.filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => readFileSync(file, "utf8"));
}

describe("the record of access", () => {
  it("names nothing that nobody writes", () => {
    const sources = written().join("\n");
    const made = [...sources.matchAll(/`([a-z]+\.(?:[a-z]+-)?)\$\{/g)].map(([, start]) => start ?? "?");
    expect(made.length).toBeGreaterThan(5);
    const canMake = (start: string, name: string) =>
      start.endsWith(".") ? endings[start]?.includes(name.slice(start.length)) : name.startsWith(start);
    const isWritten = (name: string) => sources.includes(`"${name}"`) || made.some((start) => canMake(start, name));
    expect(entries.map(([name]) => name).filter((name) => !isWritten(name))).toEqual([]);
  });

  it("says each thing in words of its own, after a name", () => {
    for (const [name, { did }] of entries) {
      expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
      expect(did, name).toMatch(/^[a-z][a-zé]+ .*[a-z”]$|^signed (in|out)$/);
      expect(did, name).not.toMatch(/['"`_]|\b(assignment|enrolment|gate|actor|null)\b/);
      expect(did.length, name).toBeLessThanOrEqual(60);
    }
    const sentences = entries.map(([, { did }]) => did);
    expect(sentences.filter((one, i) => sentences.indexOf(one) !== i)).toEqual([]);
  });
});
