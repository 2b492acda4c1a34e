import { expect, test } from "vitest";
import { isEnabled } from "@/lib/assessments/enabled";
import type { Answer, Item } from "@/lib/assessments/instrument";

type Condition = Item["enableWhen"][number];
const item = (id: string, enableBehavior: "all" | "any", ...enableWhen: Condition[]) => ({
  ...{ id, enableWhen, enableBehavior, forms: undefined },
});
const on = (itemId: string, operator: Condition["operator"], value: Condition["value"]): Condition => ({
  ...{ itemId, operator, value },
});
const answered = (values: Record<string, number | null>): Answer[] =>
  Object.entries(values).map(([itemId, value]) => ({ itemId, form: "now", value }));

/** By the definitions of FHIR R4 and R5: “is not” is true where no answer is equal, and so where there is none. */
test.each([
  ["=", 1, [true, false, false]],
  ["!=", 1, [false, true, true]],
  ["exists", true, [true, true, false]],
  ["exists", false, [false, false, true]],
  [">", 0, [true, false, false]],
  ["<=", 0, [false, true, false]],
] as const)("%s %s of the answers 1, 0 and none", (operator, value, expected) => {
  const asked = item("b", "all", on("a", operator, value));
  const items = [item("a", "all"), asked];
  for (const [i, given] of [1, 0, null].entries())
    expect(isEnabled({ items }, asked, answered({ a: given }), "now")).toBe(expected[i]);
  expect(isEnabled({ items }, asked, [], "now")).toBe(expected[2]);
});

test("an answer left behind on a closed branch is none", () => {
  const b = item("b", "all", on("a", "=", 1));
  const c = item("c", "all", on("b", "!=", 1));
  const items = [item("a", "all"), b, c];
  expect(isEnabled({ items }, c, answered({ a: 1, b: 1 }), "now")).toBe(false);
  expect(isEnabled({ items }, c, answered({ a: 0, b: 1 }), "now")).toBe(true);
});
