const everywhere = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "strict-transport-security", value: "max-age=63072000; includeSubDomains" },
];

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
    rules: { "*.text.css": { loaders: ["./scripts/css-as-text.mjs"], as: "*.js" } },
  },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/((?!_next/static).*)", headers: [{ key: "cache-control", value: "no-store, must-revalidate" }] },
  ],
};
export default config;
