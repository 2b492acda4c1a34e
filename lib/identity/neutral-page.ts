import { countryOfZone } from "@/lib/time/zone-country";

/** Weather pages by country, and by language where a country has several: nobody wonders at one that is left open. */
const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AT: { de: "https://wetter.orf.at/" },
  AU: { en: "https://www.bom.gov.au/" },
  BE: { nl: "https://www.meteo.be/nl", fr: "https://www.meteo.be/fr" },
  BR: { pt: "https://www.climatempo.com.br/" },
  CA: { en: "https://weather.gc.ca/", fr: "https://meteo.gc.ca/" },
  CH: {
    de: "https://www.meteoschweiz.admin.ch/",
    fr: "https://www.meteosuisse.admin.ch/",
    it: "https://www.meteosvizzera.admin.ch/",
  },
  DE: { de: "https://www.wetter.com/" },
  DK: { da: "https://www.dmi.dk/" },
  ES: { es: "https://www.eltiempo.es/" },
  FI: { fi: "https://www.foreca.fi/" },
  FR: { fr: "https://meteofrance.com/" },
  GB: { en: "https://www.bbc.co.uk/weather" },
  IE: { en: "https://www.met.ie/" },
  IT: { it: "https://www.meteo.it/" },
  JP: { ja: "https://tenki.jp/" },
  NL: { nl: "https://www.buienradar.nl/" },
  NO: { nb: "https://www.yr.no/" },
  NZ: { en: "https://www.metservice.com/" },
  PL: { pl: "https://pogoda.interia.pl/" },
  PT: { pt: "https://www.ipma.pt/pt/" },
  SE: { sv: "https://www.smhi.se/" },
  US: { en: "https://www.weather.gov/" },
};

/** Whose page a language is, where no country says it. */
const homes: Readonly<Record<string, string>> = {
  ...{ da: "DK", de: "DE", en: "GB", es: "ES", fi: "FI", fr: "FR", it: "IT", ja: "JP", nb: "NO", nl: "NL", no: "NO" },
  ...{ pl: "PL", pt: "PT", sv: "SE" },
};

type Known = {
  /** The person's time zone; nothing before sign-in. */
  readonly zone?: string | undefined;
  /** What the browser reads, as it says in Accept-Language. */
  readonly languages: string | null;
};

/** The neutral page of a person: of where they live, in a language they read, as far as either is known. */
export function neutralPage({ zone, languages }: Known): string {
  const read = [...(languages ?? "").matchAll(/([a-z]{2,3})(?:-(?:[A-Z][a-z]{3}-)?([A-Z]{2}))?[^,]*/gi)].map(
    ([, language = "", region]) => ({ language: language.toLowerCase(), region: region?.toUpperCase() }),
  );
  const here = zone ? pages[countryOfZone(zone) ?? ""] : undefined;
  if (here)
    return (
      inOneOf(
        here,
        read.map(({ language }) => language),
      ) ??
      Object.values(here)[0] ??
      fallback
    );
  for (const { language, region } of read) {
    const page = [region, homes[language]].map((country) => pages[country ?? ""]?.[language]).find(Boolean);
    if (page) return page;
  }
  return fallback;
}

const fallback = "https://www.bbc.co.uk/weather";

const inOneOf = (page: Readonly<Record<string, string>>, languages: readonly string[]): string | undefined =>
  languages.map((language) => page[language]).find(Boolean);
