import path from "node:path";

/** The floor stands in a directory of the repository, whose node_modules it uses. */
const root = path.resolve(import.meta.dirname, "..", "..");

export default {
  poweredByHeader: false,
  devIndicators: false,
  serverExternalPackages: ["pg"],
  typescript: { ignoreBuildErrors: true },
  turbopack: { root },
};
