// Prints the statement with which a migration gives every practice the newest version of an instrument that ships, as the
// version after its own newest one: node --import tsx scripts/instrument-sql.mjs KEY…
import { builtInInstrument } from "../lib/instruments/built-in.ts";

const rows = process.argv.slice(2).map((key) => {
  const instrument = builtInInstrument(key);
  if (!instrument) throw new Error(`There is no instrument ${key}.`);
  const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
  return `  (${quoted(key)}, ${instrument.version}, ${quoted(instrument.title)}, ${quoted(JSON.stringify(instrument))}::jsonb)`;
});

console.log(`-- Printed by scripts/instrument-sql.mjs. What was answered keeps the version it was asked in; the next one asked is this.
INSERT INTO "instrument_version" (practice_id, id, key, version, title, definition, published_at, created_at)
SELECT p.practice_id, gen_random_uuid(), d.key, n.version, d.title, jsonb_set(d.definition, '{version}', to_jsonb(n.version)), now(), now()
FROM "practice" p
CROSS JOIN (VALUES
${rows.join(",\n")}
) AS d(key, version, title, definition)
CROSS JOIN LATERAL (
  SELECT greatest(d.version, coalesce(max(v.version), 0) + 1) AS version FROM "instrument_version" v
  WHERE v.practice_id = p.practice_id AND v.key = d.key
) n;`);
