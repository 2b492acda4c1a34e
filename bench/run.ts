import process from "node:process";

/** `npm run bench` measures everything; `npm run bench portal` one of them. */
const all = ["caseload", "portal"];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(" or ")}. There are: ${all.join(", ")}.`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n${name}`);
  await import(`./${name}.ts`);
}
