import table from "@/lib/time/zone-countries.json" with { type: "json" };

const countries = new Map(
  Object.entries(table.zones).flatMap(([country, zones]) => zones.split(" ").map((zone) => [zone, country] as const)),
);

/** The country (ISO 3166-1 alpha-2) in which a time zone lies; null for one that is an hour and no place, such as UTC. */
export function countryOfZone(zone: string): string | null {
  return countries.get(zone) ?? null;
}
