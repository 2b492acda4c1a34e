import process from "node:process";

/**
 * `npm run bench` draws the table: every page and write beside the floor. By name: `growth` draws it over more and more rows
 * (with `--large` a million clients), `portal` visits on a slow phone, `caseload` times the queries of a large practice alone.
 */
const all = ["pages", "growth", "portal", "caseload"];
const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(" or ")}. There are: ${all.join(", ")}.`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : ["pages"]) {
  console.log(`\n${name}`);
  await import(`./${name}.ts`);
}
