import { describe, expect, it } from "vitest";
import nextConfig from "@/next.config.mjs";
import { config } from "@/proxy";

const [pattern = ""] = config.matcher;
const reaches = (path: string) => new RegExp(`^${pattern}$`).test(path);

describe("what goes through the proxy, which gives it its policy", () => {
  it.each([
    "/",
    "/portal",
    "/icon.svgx",
    "/favicon.icox",
    "/sw.jsx",
    "/icon.svg/x",
    "/_next/data/x/portal.json",
    "/_nextx",
  ])("is %s", (path) => {
    expect(reaches(path)).toBe(true);
  });
  it.each([
    "/icon.svg",
    "/favicon.ico",
    "/sw.js",
    "/manifest.webmanifest",
    "/icons/192.png",
    "/_next/static/chunks/x.js",
  ])("is not the file %s", (path) => {
    expect(reaches(path)).toBe(false);
  });
});

it("sends the headers that need no proxy with everything, by the configuration alone", async () => {
  const all = (await nextConfig.headers?.()) ?? [];
  const everywhere = all.find(({ source }) => new RegExp(`^${source.replace(/:\w+\*/, ".*")}$`).test("/portal/5"));
  const names = Object.fromEntries((everywhere?.headers ?? []).map(({ key, value }) => [key, value]));
  expect(names).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": expect.stringContaining("max-age=63072000"),
  });
});
