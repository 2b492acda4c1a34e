import { expect, it } from "vitest";
import { drawnOf } from "@/components/charts/mirror-row";

it("sends of a row what is drawn of it, and nothing that somebody keeps", () => {
  const row = {
    ...{ dimension: "sexual" as const, apart: 12, instead: "Not shared", isPrivate: true },
    first: { now: 3, wished: 4, gap: 1, exact: 3.2 },
    second: null,
  };
  expect(drawnOf(row)).toEqual({
    ...{ dimension: "sexual", first: { now: 3, wished: 4 }, second: null },
    ...{ instead: "Not shared", isPrivate: true },
  });
});
