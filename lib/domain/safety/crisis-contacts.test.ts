import { describe, expect, it } from "vitest";
import { contactsFor, crisisContacts, dangerSentence } from "@/lib/domain/safety/crisis-contacts";

describe("crisis contacts", () => {
  it("ship for at least fourteen countries, once each, all to be checked", () => {
    expect(crisisContacts.length).toBeGreaterThanOrEqual(14);
    expect(new Set(crisisContacts.map((c) => c.country)).size).toBe(crisisContacts.length);
    for (const c of crisisContacts) {
      expect(c.country).toMatch(/^[A-Z]{2}$/);
      expect(c.check).toBe("to-check");
      for (const l of [c.emergency, ...c.lines]) expect(l.dial, `${c.country} ${l.number}`).toMatch(/^\d{3,11}$/);
    }
  });
  it("names a number only when the country is known", () => {
    expect(dangerSentence(contactsFor("gb"))).toBe("Nearer is not watched around the clock. In danger now? Call 999.");
    expect(contactsFor("XX")).toBeNull();
    expect(dangerSentence(null)).not.toMatch(/\d/);
  });
});
