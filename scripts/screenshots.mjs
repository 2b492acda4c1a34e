import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright";
import { findChromium } from "./chromium.mjs";

/** Takes the README's pictures from the sample practice, so that they show what the product shows today. */
const root = path.resolve(import.meta.dirname, "..");
const dataDir = mkdtempSync(path.join(tmpdir(), "nearer-pictures-"));
chmodSync(dataDir, 0o711); // the database may run as another user
const port = "4399";
const address = `http://127.0.0.1:${port}`;
const pictures = path.join(root, "docs");

const demo = spawn(process.execPath, [path.join(root, "scripts/start.mjs"), "--demo"], {
  env: { ...process.env, NEARER_DATA_DIR: dataDir, PORT: port },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  await new Promise((resolve, reject) => {
    demo.stdout.on("data", (chunk) => String(chunk).includes("ready at") && resolve());
    demo.once("close", () => reject(new Error("The sample practice did not start.")));
  });
  mkdirSync(pictures, { recursive: true });
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  for (const [who, viewport, file] of [
    [/Alma Keller/, { width: 1440, height: 1060 }, "caseload.png"],
    [/Ines Marchetti/, { width: 390, height: 844 }, "today.png"],
  ]) {
    const page = await browser.newPage({ viewport, colorScheme: "light", locale: "en-GB" });
    await page.goto(`${address}/sign-in`);
    await page.getByRole("button", { name: who }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: path.join(pictures, file) });
    await page.close();
  }
  await browser.close();
  console.log("docs/caseload.png and docs/today.png are new.");
} finally {
  const ended = new Promise((resolve) => demo.once("close", resolve));
  demo.kill("SIGTERM");
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}
