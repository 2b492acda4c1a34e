import { expect, it } from "vitest";
import { courtStamp, demandForm, openDemands } from "./court";

it("keeps a demand open until its own answer", () => {
  const row = (id: string, answersId: string | null = null) => ({ id, answersId });
  expect(openDemands([])).toEqual([]);
  expect(openDemands([row("a"), row("b"), row("c", "a")]).map(({ id }) => id)).toEqual(["b"]);
});

it("says who asks for what, and perhaps by when; the stamp claims nothing", () => {
  const given = { id: crypto.randomUUID(), clientId: crypto.randomUUID(), demand: "Court of Leeds, F 12/26" };
  expect(demandForm.parse(given).dueOn).toBeNull();
  expect(demandForm.parse({ ...given, dueOn: "2026-12-20" }).dueOn).toBe("2026-12-20");
  for (const wrong of [{ demand: " " }, { dueOn: "soon" }])
    expect(demandForm.safeParse({ ...given, ...wrong }).success).toBe(false);
  expect(courtStamp).toMatch(/^No risk assessment; clear is no finding\.$/);
});
