// npm run proof: what the product claims to withstand, tried against the production build on this machine alone.
// npm run proof doors: one part of it. npm run proof transition shared: of a part, what has these words in its name.
// Each part prints what it saw and says by its exit code whether it held.
import process from "node:process";

const parts = {
  doors: "strangers at the sign-in keep nobody out: bench/proof-doors.ts",
  stop: "a stop under load breaks nothing that was taken, and the database ends last: bench/proof-stop.ts",
  soak: "twenty minutes, one request in five broken off, and nothing grows: bench/proof-soak.ts",
  kills: "all connections taken, then PostgreSQL killed ten times under writes: bench/proof-kills.ts",
  failover: "a replica takes over under load, and no acknowledged row is lost: bench/proof-failover.ts",
  load: "fifty thousand clients, three times the peak and a spike of twenty: bench/proof-load.ts",
  browsers: "the main ways of a client and a therapist in Firefox and WebKitGTK: bench/proof-browsers.ts",
  databases: "the product and its suite on other PostgreSQLs and through a pooler: bench/proof-databases.ts",
  transition:
    "no page, answer or letter tells what one of two did alone, every pair at every step: bench/proof-transition.ts",
  tenants: "two practices stay apart by row-level security alone, and by filters alone: bench/proof-tenants.ts",
  "behind-nginx": "sign-in, Today and a message through nginx, two instances and a pooler: bench/proof-behind-nginx.ts",
  pictures: "fourteen pages look as they were kept, at two widths in both themes: bench/proof-pictures.ts",
  lighthouse: "what Lighthouse finds on Today, a sitting and an exercise, 98 at the least: bench/proof-lighthouse.ts",
  mutants: "every rule of safety and couples made wrong in every place, and a test that fails: bench/proof-mutants.ts",
  questionnaires:
    "every FHIR questionnaire of a folder is read, answered and goes back as it came: bench/proof-questionnaires.ts",
  corpora: "hostile words in every form, then every page in Chromium as each role: bench/proof-corpora.ts",
  malformed: "ten thousand payloads that no page sends, over every action: bench/proof-malformed.ts",
  migrations: "each migration over a million rows, and how long anybody waits for it: bench/proof-migrations.ts",
  "killed-app": "the application killed at fifty random points, all or nothing of each form: bench/proof-killed-app.ts",
  "killed-worker": "the worker killed a hundred times, no letter lost or doubled: bench/proof-killed-worker.ts",
  "without-proxy": "a build without proxy.ts opens nothing and changes nothing: bench/proof-without-proxy.ts",
  timing: "how long a page takes says nothing of a partner: bench/proof-timing.ts",
  zones: "the tests of lib with the process in four zones: bench/proof-zones.ts",
  earlier: "the version before on the database of this one: bench/proof-earlier.ts",
  "command-mutants": "sixty mutants of the commands on a real database: bench/proof-command-mutants.ts",
};

const asked = process.argv.slice(2);
const isPart = (name) => Object.hasOwn(parts, name);
if (asked.length > 0 && !isPart(asked[0])) {
  console.error(`There is no proof called ${asked[0]}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
// Names of parts, each with the words behind it.
const chosen = [];
for (const word of asked)
  if (isPart(word)) chosen.push({ name: word, words: [] });
  else chosen.at(-1).words.push(word);
for (const { name, words } of asked.length > 0
  ? chosen
  : Object.keys(parts).map((part) => ({ name: part, words: [] }))) {
  console.log(`\n${name}: ${parts[name].split(":")[0]}`);
  process.env.NEARER_PROOF_ONLY = words.join(" ");
  await import(`../bench/proof-${name}.ts`);
}
