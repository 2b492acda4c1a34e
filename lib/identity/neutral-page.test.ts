import { describe, expect, it } from "vitest";
import { neutralPage } from "@/lib/identity/neutral-page";

const bbc = "https://www.bbc.co.uk/weather";

describe("the neutral page", () => {
  it.each([
    ["Europe/Berlin", "en-GB,en;q=0.9", "https://www.wetter.com/"],
    ["Europe/London", "de-DE,de;q=0.9", bbc],
    ["Europe/Zurich", "fr-CH, de;q=0.8", "https://www.meteosuisse.admin.ch/"],
    ["Europe/Zurich", "en", "https://www.meteoschweiz.admin.ch/"],
    ["America/Montreal", "fr-CA,fr;q=0.9,en;q=0.8", "https://meteo.gc.ca/"],
    ["Africa/Lagos", "fr-FR", "https://meteofrance.com/"],
    ["UTC", null, bbc],
  ])("of somebody in %s who reads %s is %s", (zone, languages, page) => {
    expect(neutralPage({ zone, languages })).toBe(page);
  });

  it.each([
    ["de-AT,de;q=0.9,en;q=0.5", "https://wetter.orf.at/"],
    ["de", "https://www.wetter.com/"],
    ["pt-BR", "https://www.climatempo.com.br/"],
    ["es-419,es;q=0.9", "https://www.eltiempo.es/"],
    ["nb-NO", "https://www.yr.no/"],
    ["xx-YY, fr;q=0.2", "https://meteofrance.com/"],
    ["*", bbc],
    ["", bbc],
    [null, bbc],
  ])("before sign-in, of a browser that reads %s, is %s", (languages, page) => {
    expect(neutralPage({ languages })).toBe(page);
  });
});
