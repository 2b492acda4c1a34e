import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes lib/time/zone-countries.json anew from the time zone database of this machine (Debian's tzdata, public
 * domain): `node scripts/zone-countries.mjs [directory]`. zone.tab names one country for each zone, zone1970.tab does not.
 */
const dir = process.argv[2] ?? "/usr/share/zoneinfo";
const lines = (file) => readFileSync(path.join(dir, file), "utf8").split("\n");
const [, version = "unknown"] = /version (\S+)/.exec(lines("tzdata.zi")[0]) ?? [];

const countryOf = new Map(
  lines("zone.tab")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t"))
    .map(([country, , zone]) => [zone, country]),
);
// Older names stand for the zone they link to. Bare hours ("CET", "EST5EDT", "Etc/GMT+3") are an hour and no place.
const links = new Map(
  lines("tzdata.zi")
    .filter((line) => line.startsWith("L "))
    .map((line) => line.split(" "))
    .map(([, target, name]) => [name, target]),
);
const isBareHour = (name) => /^(Etc\/|GMT|UCT$|UTC$|Universal$|Zulu$|[A-Z]{3}(\d[A-Z]{3})?$)/.test(name);
const keepsThree = new Set(["PRC", "ROC", "ROK"]);
for (const name of links.keys()) {
  let target = name;
  for (let hops = 0; hops < 5 && !countryOf.has(target); hops += 1) target = links.get(target) ?? target;
  const country = countryOf.get(target);
  if (country && (keepsThree.has(name) || !isBareHour(name))) countryOf.set(name, country);
}

const rows = [...new Set(countryOf.values())].sort().map((country) => {
  const zones = [...countryOf.keys()].filter((zone) => countryOf.get(zone) === country).sort();
  return `    ${JSON.stringify(country)}: ${JSON.stringify(zones.join(" "))}`;
});
writeFileSync(
  path.join(import.meta.dirname, "..", "lib/time/zone-countries.json"),
  `{\n  "version": ${JSON.stringify(version)},\n  "zones": {\n${rows.join(",\n")}\n  }\n}\n`,
);
