const everywhere = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "strict-transport-security", value: "max-age=63072000; includeSubDomains" },
];

const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What stands in an address of the portal is a number, because history and new tabs show addresses: lib/paths.ts gives them. */
const numbered = {
  "/portal/1": "/portal/safe",
  "/portal/2": "/portal/pause",
  "/portal/3": "/portal/distance-move",
  "/portal/4": "/portal/sharing",
  "/portal/4/1": "/portal/sharing/preview",
  "/portal/5": "/portal/together",
  "/portal/6": "/portal/keep-going",
  "/portal/7/:key": "/portal/exercises/:key",
  "/portal/7/:key/1": "/portal/exercises/:key/saved",
  "/portal/8/:key": "/portal/learn/:key",
  "/portal/9": "/portal/own-words",
  "/portal/10": "/portal/documents",
  "/portal/12": "/portal/sessions",
  "/portal/13": "/portal/own-data",
};

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "nodemailer", "next-auth"],
  // npm run check reads the types; a second reading here would only make `npm start` slower.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    rules: {
      "*.text.css": { loaders: ["./scripts/css-as-text.mjs"], as: "*.js" },
      "*.bundle": { loaders: ["./scripts/bundle-as-text.mjs"], as: "*.js" },
    },
  },
  rewrites: async () => Object.entries(numbered).map(([source, destination]) => ({ source, destination })),
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    // What the proxy does not answer: redirects of Next's own, files. The service worker brings its own.
    { source: "/((?!sw\\.js$).*)", headers: [{ key: "content-security-policy", value: nothing }] },
    { source: "/((?!_next/static).*)", headers: [{ key: "cache-control", value: "no-store, must-revalidate" }] },
  ],
};
export default config;
