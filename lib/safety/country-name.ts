import { countriesWithNumbers } from "@/lib/safety/emergency-numbers";
import table from "@/lib/time/zone-countries.json" with { type: "json" };

const names = new Intl.DisplayNames("en-GB", { type: "region", fallback: "none" });

/** What people call a country; its code where nobody calls it anything. */
export const countryName = (code: string): string => names.of(code) ?? code;

const codes = [...new Set([...Object.keys(table.zones), ...countriesWithNumbers])];
const known = new Set(codes);

export const isCountry = (code: string): boolean => known.has(code);

/** Every country and territory, by name. */
export const everyCountry: readonly { value: string; label: string }[] = codes
  .map((value) => ({ value, label: countryName(value) }))
  .sort((a, b) => a.label.localeCompare(b.label, "en-GB"));
