// npm run proof: what the product claims to withstand, tried against the production build on this machine alone.
// npm run proof doors: one part of it. Each part prints what it saw and says by its exit code whether it held.
import process from "node:process";

const parts = {
  doors: "strangers at the sign-in keep nobody out: bench/proof-doors.ts",
  transition: "no page or letter tells what one of two did alone, every pair at every step: bench/proof-transition.ts",
  mutants: "every rule of safety and couples made wrong in every place, and a test that fails: bench/proof-mutants.ts",
  "command-mutants": "sixty mutants of the commands on a real database: bench/proof-command-mutants.ts",
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no proof called ${unknown.join(" or ")}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  console.log(`\n${name}: ${parts[name].split(":")[0]}`);
  await import(`../bench/proof-${name}.ts`);
}
