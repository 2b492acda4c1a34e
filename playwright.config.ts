import { defineConfig, devices } from "@playwright/test";

const chromium = process.env.NEARER_CHROMIUM;
const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Journeys against the built application, started for them alone; no second tries, nothing skipped. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  globalSetup: "./e2e/server.ts",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: "first-run", testMatch: /first-run\.setup\.ts/ },
    // The longest journey has a server of its own and no need of the first run. But projects start together only when they
    // wait for the same ones, and it must be first of those, so that the others run beside it and not after it.
    { name: "ten-weeks", testMatch: /ten-weeks\.spec\.ts/, dependencies: ["first-run"] },
    {
      name: "journeys",
      testMatch: /\.spec\.ts/,
      testIgnore: /ten-weeks\.spec\.ts/,
      dependencies: ["first-run"],
    },
  ],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Drawing a trace takes a third of the processors' time; `--trace on` draws one of a journey that fails.
    trace: "off",
    launchOptions: {
      args: [...quiet, "--disable-sync", "--disable-gpu", ...asRoot],
      ...(chromium ? { executablePath: chromium } : {}),
    },
  },
});
