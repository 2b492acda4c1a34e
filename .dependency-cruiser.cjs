/** The arrows of the house. Every rule is an error: an import that is not listed here does not exist. */
const only = (name, comment, from, notTo) => ({ name, comment, severity: "error", from, to: notTo });

const tests = ["\\.(test|testing)\\.tsx?$", "^db/testing/"];

/**
 * The areas of lib, from the ground up: each imports those before it in the list, and none beside it on the same line.
 * Files that stand in lib itself (names, limits, addresses) import time and identity alone.
 */
const areas = [
  ["time", "statistics"],
  ["identity", "drafts"],
  ["connection", "assessments"],
  ["safety"],
  ["exercises", "instruments"],
  ["protocol"],
  ["couples", "signals", "clients", "learn", "messages", "audit", "appointments", "goals"],
  ["notes", "reports", "caseload"],
  ["shipped"],
];
const areaRules = areas.flatMap((level, i) =>
  level.map((area) => {
    const above = areas
      .slice(i)
      .flat()
      .filter((other) => other !== area);
    return only(
      `lib-${area}-looks-down`,
      `lib/${area} imports areas below it alone.`,
      { path: `^lib/${area}/`, pathNot: tests },
      { path: `^lib/(${above.join("|")})/` },
    );
  }),
);

module.exports = {
  forbidden: [
    ...areaRules,
    only("no-circular", "Two files that need each other are one file.", {}, { circular: true }),
    only("no-unresolved", "Every import resolves.", {}, { couldNotResolve: true, pathNot: "\\.css$" }),
    only(
      "lib-is-pure",
      "lib knows zod, the Temporal polyfill and itself; its addresses know the type of an address.",
      { path: "^lib/", pathNot: "\\.test\\.ts$" },
      { pathNot: ["^lib/", "^node_modules/(zod|temporal-polyfill)/"], dependencyTypesNot: ["type-only"] },
    ),
    only(
      "lib-knows-no-type-from-above",
      "Not even a type comes to lib from another floor.",
      { path: "^lib/", pathNot: ["\\.test\\.ts$", "^lib/paths\\.ts$"] },
      { pathNot: ["^lib/", "^node_modules/(zod|temporal-polyfill)/"] },
    ),
    only(
      "db-knows-lib",
      "db imports lib.",
      { path: "^db/", pathNot: tests },
      { path: "^(app|components|server|runtime|sample)/" },
    ),
    only(
      "sample-knows-db",
      "The sample practice is written through the database's floor.",
      { path: "^sample/", pathNot: tests },
      { path: "^(app|components|server|runtime)/" },
    ),
    only(
      "runtime-knows-db",
      "The processes import db, lib and the sample.",
      { path: "^runtime/", pathNot: tests },
      { path: "^(app|components|server)/" },
    ),
    only(
      "server-knows-db",
      "The doors import db, lib and the sample.",
      { path: "^server/", pathNot: tests },
      { path: "^(app|components|runtime)/" },
    ),
    only(
      "components-know-lib",
      "Data and actions arrive in components as props.",
      { path: "^components/" },
      { path: "^(app|db|server|runtime|sample)/" },
    ),
    only(
      "app-uses-queries-and-commands",
      "Pages reach the database through db/queries and db/commands alone.",
      { path: "^app/" },
      {
        path: ["^(db|runtime|sample)/", "^node_modules/(drizzle-orm|pg|next-auth)/"],
        pathNot: ["^db/(queries|commands)/"],
      },
    ),
    only(
      "one-importer-of-next-auth",
      "next-auth lives behind server/auth.",
      { pathNot: "^server/auth/" },
      { path: "^node_modules/next-auth/" },
    ),
    only(
      "practice-is-not-portal",
      "The practice never imports the portal.",
      { path: "^app/\\(practice\\)/" },
      { path: "^app/\\(portal\\)/" },
    ),
    only(
      "portal-is-not-practice",
      "The portal never imports the practice.",
      { path: "^app/\\(portal\\)/" },
      { path: "^app/\\(practice\\)/" },
    ),
    only(
      "tests-stay-out",
      "Product code never imports a test, a fixture or a script.",
      { pathNot: ["\\.(test|testing)\\.tsx?$", "^e2e/", "^db/testing/", "^scripts/", "^bench/"] },
      {
        path: ["\\.(test|testing)\\.tsx?$", "^e2e/", "^db/testing/", "^scripts/", "^bench/"],
      },
    ),
    only(
      "no-dev-dependency-in-product",
      "What ships is listed in dependencies.",
      {
        path: "^(app|components|server|runtime|sample|db|lib|proxy)",
        pathNot: ["\\.test\\.tsx?$", "^db/testing/"],
      },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    ),
  ],
  required: [
    {
      name: "server-files-say-so",
      comment: "server never reaches a browser.",
      severity: "error",
      module: { path: "^server/", pathNot: "\\.test\\.ts$" },
      to: { path: "server-only" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^\\.next", "^next-env"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
