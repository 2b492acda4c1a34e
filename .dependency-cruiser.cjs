/** The arrows of the house. Every rule is an error: an import that is not listed here does not exist. */
const only = (name, comment, from, notTo) => ({ name, comment, severity: "error", from, to: notTo });

module.exports = {
  forbidden: [
    only("no-circular", "Two files that need each other are one file.", {}, { circular: true }),
    only("no-unresolved", "Every import resolves.", {}, { couldNotResolve: true, pathNot: "\\.css$" }),
    only(
      "domain-is-pure",
      "lib/domain knows zod, the Temporal polyfill and itself.",
      { path: "^lib/domain/", pathNot: "\\.test\\.ts$" },
      {
        pathNot: ["^lib/domain/", "^node_modules/(zod|temporal-polyfill)/"],
      },
    ),
    only(
      "db-knows-domain",
      "db never imports app, components or lib/server.",
      { path: "^db/" },
      { path: "^(app|components|lib/server|lib/format)" },
    ),
    only(
      "components-know-domain",
      "Data and actions arrive in components as props.",
      { path: "^components/" },
      {
        path: "^(app|db|lib/server)/",
      },
    ),
    only(
      "app-uses-queries-and-commands",
      "Pages reach the database through db/queries and db/commands alone.",
      { path: "^app/" },
      {
        path: ["^db/", "^node_modules/(drizzle-orm|pg|next-auth)/"],
        pathNot: ["^db/(queries|commands)/"],
      },
    ),
    only(
      "one-importer-of-next-auth",
      "next-auth lives behind lib/server/auth.",
      { pathNot: "^lib/server/auth/" },
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
      { pathNot: ["\\.test\\.tsx?$", "^e2e/", "^db/testing/", "^scripts/", "^bench/", "^db/embedded/"] },
      {
        path: ["\\.test\\.tsx?$", "^e2e/", "^db/testing/", "^scripts/", "^bench/"],
      },
    ),
    only(
      "no-dev-dependency-in-product",
      "What ships is listed in dependencies.",
      {
        path: "^(app|components|lib|db|proxy)",
        pathNot: ["\\.test\\.tsx?$", "^db/testing/"],
      },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    ),
  ],
  required: [
    {
      name: "server-files-say-so",
      comment: "lib/server never reaches a browser.",
      severity: "error",
      module: { path: "^lib/server/", pathNot: "\\.test\\.ts$" },
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
