import path from "node:path";

/** The floor stands in a directory of the repository, whose node_modules it uses. */
export default {
  poweredByHeader: false,
  devIndicators: false,
  serverExternalPackages: ["pg"],
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: path.resolve(import.meta.dirname, "..", ".."),
};
