import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { root } from "./run-step.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : null;
}

function onThePath() {
  for (const dir of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(dir, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: look in the next place.
      }
    }
  }
  return null;
}

const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } })
    .status === 0;

function installWithPlaywright() {
  console.log("No Chromium is here: asking Playwright for one");
  return run(path.join(root, "node_modules/.bin/playwright"), ["install", "chromium"]);
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Playwright has none to give: installing Debian's Chromium");
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  return run("apt-get", ["update", "-qq"], quiet) && run("apt-get", ["install", "-y", "-qq", "chromium"], quiet);
}

/** A Chromium for the browser tests, whichever way this machine can have one; null when it cannot. */
export async function findChromium() {
  const present = process.env.NEARER_CHROMIUM || (await playwrightsOwn()) || onThePath();
  if (present) return present;
  if (installWithPlaywright()) {
    const own = await playwrightsOwn();
    if (own) return own;
  }
  if (installFromDebian()) return onThePath();
  console.error(
    "There is no Chromium and none could be installed. Install Chromium or Google Chrome so that it is on the PATH, or set NEARER_CHROMIUM to its file.",
  );
  return null;
}
