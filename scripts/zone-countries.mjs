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
// Where clocks of several countries agree, the database keeps one zone and links the others to it: an older name of such a
// zone may lie in any of them, and says which only to who reads it. One that is not named here stays without a country.
const named = {
  "Africa/Asmera": "Africa/Asmara",
  "Africa/Timbuktu": "Africa/Bamako",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Virgin": "America/St_Thomas",
  "Antarctica/South_Pole": "Antarctica/McMurdo",
  "Atlantic/Jan_Mayen": "Arctic/Longyearbyen",
  Iceland: "Atlantic/Reykjavik",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Samoa": "Pacific/Pago_Pago",
  "Pacific/Truk": "Pacific/Chuuk",
  "Pacific/Yap": "Pacific/Chuuk",
  "US/Arizona": "America/Phoenix",
  "US/Samoa": "Pacific/Pago_Pago",
};
const isShared = (target) =>
  [...links].some(
    ([name, other]) => other === target && countryOf.has(name) && countryOf.get(name) !== countryOf.get(target),
  );
const shared = new Set([...new Set(links.values())].filter(isShared));
const unnamed = [];
const isBareHour = (name) => /^(Etc\/|GMT|UCT$|UTC$|Universal$|Zulu$|[A-Z]{3}(\d[A-Z]{3})?$)/.test(name);
const keepsThree = new Set(["PRC", "ROC", "ROK"]);
for (const name of links.keys()) {
  if (countryOf.has(name)) continue;
  let target = named[name] ?? name;
  for (let hops = 0; hops < 5 && !countryOf.has(target); hops += 1) target = links.get(target) ?? target;
  if (shared.has(target) && !named[name]) {
    unnamed.push(name);
    continue;
  }
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
if (unnamed.length > 0) console.log(`Without a country, because it could be any of several: ${unnamed.join(" ")}`);
