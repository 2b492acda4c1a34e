import { describe, expect, it } from "vitest";
import { auditAreas, auditQuery, didWords, readAuditFilter } from "./filter";

describe("looking at the record of access", () => {
  it("offers every area that an action has, each under a name of its own", () => {
    const names = Object.values(auditAreas);
    expect(names).toContain("Sign-in and colleagues");
    expect(names).toContain("Safety");
    expect(new Set(names).size).toBe(names.length);
  });
  it("reads an address, and writes the same one", () => {
    const asked = {
      who: "4b2c6a55-5f0e-4a37-9d8b-0a6d4b3f1c11",
      record: "7",
      area: "clients",
      from: "2026-11-01",
      to: "",
    };
    const filter = readAuditFilter(asked);
    expect(filter).toMatchObject({ record: 7, area: "clients", from: "2026-11-01", to: null });
    expect(readAuditFilter(Object.fromEntries(auditQuery(filter)))).toEqual(filter);
    expect(readAuditFilter({ who: "me", record: "-1", from: "yesterday" })).toEqual(readAuditFilter({}));
  });
  it("says an action in its sentence, and one of before by its name", () => {
    expect(didWords("clients.record-read")).toBe("read the record");
    expect(didWords("clients.gone")).toBe("clients.gone");
  });
});
