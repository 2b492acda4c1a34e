import { describe, expect, it } from "vitest";
import { isCountry } from "@/lib/safety/country-name";
import { emergencyNumbersOf } from "@/lib/safety/emergency-numbers";
import { countryOfZone } from "@/lib/time/zone-country";

/** Countries with a time zone and no emergency number that two sources agree on: nothing is better than a wrong one. */
const withoutNumbers = "AQ BL BV CD EH ER GN GQ GS HM IO KP NF PN SS SX TF TK TM UM WF".split(" ");

describe("the country of a time zone", () => {
  it("is known for every zone that a device can report", () => {
    const lost = Intl.supportedValuesOf("timeZone").filter((zone) => countryOfZone(zone) === null && zone !== "UTC");
    expect(lost).toEqual([]);
  });

  it.each([
    ["Asia/Tokyo", "JP"],
    ["America/Sao_Paulo", "BR"],
    ["Europe/Athens", "GR"],
    ["Africa/Lagos", "NG"],
    ["America/Mexico_City", "MX"],
    ["Atlantic/Reykjavik", "IS"],
    ["America/Indiana/Tell_City", "US"],
    ["America/Kentucky/Monticello", "US"],
    ["America/North_Dakota/Beulah", "US"],
    ["America/Rankin_Inlet", "CA"],
    ["America/Creston", "CA"],
    ["America/Puerto_Rico", "PR"],
    ["Pacific/Guam", "GU"],
    ["Indian/Reunion", "RE"],
    ["America/Godthab", "GL"],
    ["Europe/Jersey", "JE"],
    ["Europe/Isle_of_Man", "IM"],
    ["Asia/Calcutta", "IN"],
    ["Europe/Belfast", "GB"],
    ["US/Eastern", "US"],
    ["PRC", "CN"],
    // Older names, which devices still report, of zones whose clocks agree with those of another country.
    ["Africa/Asmera", "ER"],
    ["America/Coral_Harbour", "CA"],
    ["Atlantic/Jan_Mayen", "SJ"],
    ["Iceland", "IS"],
    ["Pacific/Ponape", "FM"],
    ["Pacific/Truk", "FM"],
  ])("%s lies in %s", (zone, country) => {
    expect(countryOfZone(zone)).toBe(country);
  });

  it("is unknown for an hour that is no place", () => {
    for (const zone of ["UTC", "Etc/UTC", "Etc/GMT+3", "GMT", "CET", "EST", "EST5EDT", "MST", "Nowhere/At_All"])
      expect(countryOfZone(zone), zone).toBeNull();
  });

  it("has an emergency number, or is one of the few that are left out", () => {
    const countries = new Set(Intl.supportedValuesOf("timeZone").flatMap((zone) => countryOfZone(zone) ?? []));
    for (const country of countries) {
      expect(isCountry(country), country).toBe(true);
      expect(emergencyNumbersOf(country).length > 0, country).toBe(!withoutNumbers.includes(country));
    }
  });
});
