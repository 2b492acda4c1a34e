import { spawn } from "node:child_process";
import { root } from "./run-step.mjs";

const grave = ["high", "critical"];

/** npm's answer about the lock file. It ends with 1 both for a fault it found and for a registry that stays silent. */
function npmAudit() {
  // Started by npm, npm is known by its file.
  const npm = process.env.npm_execpath;
  const args = ["audit", "--json", "--loglevel=silent", "--fetch-retries=0", "--fetch-timeout=8000"];
  const [program, ...first] = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"],
      shell: program === "npm" && process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", () => resolve(""));
    child.once("close", () => resolve(output));
  });
}

function read(output) {
  try {
    return JSON.parse(output);
  } catch {
    return {};
  }
}

/** Known faults in what the lock file names. Grave ones fail; where the registry does not answer, that is said instead. */
export async function audit(ask = npmAudit) {
  const { vulnerabilities, message } = read(await ask());
  if (!vulnerabilities) {
    const why = message ? ` (${String(message).split(" - ")[0]})` : "";
    return { ok: true, output: "", say: `skipped, the registry gives no list of known faults${why}` };
  }
  const found = Object.values(vulnerabilities);
  const failing = found.filter(({ severity }) => grave.includes(severity));
  return {
    ok: failing.length === 0,
    output: failing.map(({ name, severity, range }) => `${name} ${range}: ${severity}`).join("\n"),
    say: found.length > 0 ? `${found.length} known, ${failing.length} of them grave` : "none known",
  };
}

export const auditStep = { title: "Packages: known faults in the lock file", run: () => audit() };
