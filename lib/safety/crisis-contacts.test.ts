import { describe, expect, it } from "vitest";
import { everyCountry } from "@/lib/safety/country-name";
import { contactsFor, countriesWithLines, gapsOf } from "@/lib/safety/crisis-contacts";
import { isShownUnchecked } from "@/lib/safety/crisis-line";
import { countriesWithNumbers } from "@/lib/safety/emergency-numbers";
import { dialled } from "@/lib/safety/help-words";

describe("crisis contacts that ship", () => {
  it("have numbers that a phone dials, addresses that open, and a country with a name and an emergency number", () => {
    expect(countriesWithLines.length).toBeGreaterThanOrEqual(24);
    for (const code of countriesWithLines) {
      const { name, emergency, lines } = contactsFor(code);
      expect(name).not.toBe(code);
      expect(emergency.length, code).toBeGreaterThan(0);
      for (const one of lines)
        if (one.way === "web") expect(one.number).toMatch(/^https:\/\/[a-z.]+$/);
        else expect(dialled(one.number), `${code} ${one.number}`).toMatch(/^\+?\d{2,14}$/);
    }
  });

  it("hold an emergency number of two digits at least for more than two hundred countries", () => {
    expect(countriesWithNumbers.length).toBeGreaterThan(200);
    for (const code of countriesWithNumbers)
      for (const { number } of contactsFor(code).emergency) expect(number, code).toMatch(/^\d{2,5}$/);
    expect(everyCountry.length).toBeGreaterThan(240);
  });

  it("show a text, a site and a silent way only with the page and the day where it was read", () => {
    for (const code of countriesWithLines)
      for (const one of contactsFor(code).lines.filter(isShownUnchecked)) {
        if (one.way !== "call") expect(one.seen, `${code} ${one.name}`).toMatchObject({ on: "2026-11-29" });
        if (typeof one.seen === "object") expect(one.seen.where).toMatch(/^https?:\/\/[^\s]+$/);
      }
  });

  it("serve territories with their country’s lines and with their own emergency number", () => {
    expect(contactsFor("RE").lines).toBe(contactsFor("FR").lines);
    expect(contactsFor("SJ").emergency).toEqual([
      { for: "police", number: "112" },
      { for: "ambulance", number: "113" },
    ]);
  });

  it("have a line that answers everybody where only women were answered, and say where they have none", () => {
    for (const code of ["AT", "FR", "IE", "NZ", "SE"]) expect(gapsOf(code).join(), code).not.toMatch(/violence/);
    expect(gapsOf("PT").join()).not.toMatch(/crisis/);
    expect(contactsFor("BE").lines.some(({ name, about }) => about === "crisis" && /French/.test(name))).toBe(true);
    expect(gapsOf("IN")).toContain("a line about violence at home that answers everybody");
    for (const code of ["CA", "CH"]) expect(gapsOf(code).join(), code).toMatch(/violence/);
    expect(gapsOf("GB")).toEqual([]);
    expect(gapsOf("TM")).toContain("an emergency number");
  });
});
