/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "nodemailer", "next-auth"],
  turbopack: { root: import.meta.dirname },
};
export default config;
