import { describe, expect, it } from "vitest";
import { readView, viewHref } from "./view";

const clientId = "5a3a1f0e-6f9b-4c53-9b43-1d2f8f6f7a10";
const mark = { tier: 1, key: -1_795_161_600_000, clientId };

describe("the address of a page of the caseload", () => {
  it("says from where it goes on, without a name, and is read back", () => {
    const view = readView({ sort: "activity", q: "Ines" });
    for (const way of ["after", "before"] as const) {
      const href = viewHref(view, {}, { way, mark });
      expect(href).toBe(`/caseload?q=Ines&sort=activity&${way}=1_-1795161600000_${clientId}`);
      expect(readView(Object.fromEntries(new URLSearchParams(href.split("?")[1])))).toEqual({
        ...view,
        from: { way, mark },
      });
    }
  });

  it.each([
    "",
    "1",
    "1_2_3",
    `1_x_${clientId}`,
    `1_2_${clientId}_4`,
    `1_1e400_${clientId}`,
    `1_9999999999999999_${clientId}`,
    `70000_1_${clientId}`,
  ])("begins at the top for %j", (after) => {
    expect(readView({ after }).from).toBeNull();
  });

  it("goes back to the first page with every change", () => {
    expect(viewHref(readView({ after: `1_20_${clientId}` }), { flag: "review" })).toBe("/caseload?flag=review");
  });
});
