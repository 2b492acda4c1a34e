// npm start, npm run demo, npm run dev (the sample practice, from the sources as they are edited): install, then hand over to the supervisor in this same process.
// --admin COMMAND …: npm run admin, for a practice that is locked out.
// --audit (npm run audit): walks the chain of the record of access of each practice, and ends.
// --bounce (npm run bounce): reads a message from the mailbox for bounces, and ends.
// --backup, --restore FILE DIRECTORY, --drill: npm run backup, npm run restore and npm run drill.
// --give-up-seal-key KEY: starts without a key that is lost for good, and ends.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();
const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);

// The night's work of a Nearer that runs installs nothing: it would take away what that one stands on.
let installed = process.argv.includes("--aside");
try {
  installed ||= ensureDependencies();
} catch (error) {
  console.error(
    error.code === "ENOSPC"
      ? "The disk is full. Free about 1.5 GB and start Nearer again."
      : `Nearer could not check its packages: ${error.message}. Start it as the user who owns ${root}.`,
  );
}
if (!installed) process.exit(1);

const { register } = await import("tsx/esm/api");
register();
const embedded = (name) => import(pathToFileURL(path.join(root, "runtime", name)).href);
const adminAt = process.argv.indexOf("--admin");
if (adminAt > 0) {
  const { runAdmin } = await embedded("admin/commands.ts");
  process.exit(await runAdmin({ root, words: process.argv.slice(adminAt + 1) }));
}
const keyAt = process.argv.indexOf("--give-up-seal-key");
if (keyAt > 0) {
  const { runSealKeyGivenUp } = await embedded("seal-key-given-up.ts");
  process.exit(await runSealKeyGivenUp({ root, id: process.argv[keyAt + 1] ?? "" }));
}
if (process.argv.includes("--audit")) {
  const { runAudit } = await embedded("audit.ts");
  process.exit(await runAudit());
}
if (process.argv.includes("--bounce")) {
  const { runBounce } = await embedded("bounce.ts");
  process.exit(await runBounce({ root, input: process.stdin }));
}
for (const [flag, name] of [
  ["--backup", "runBackup"],
  ["--restore", "runRestore"],
  ["--drill", "runDrill"],
]) {
  const at = process.argv.indexOf(flag);
  if (at < 0) continue;
  const commands = await embedded("backup/commands.ts");
  if (process.argv.includes("--aside")) commands.stepAside();
  const words = process.argv.slice(at + 1).filter((word) => word !== "--aside");
  process.exit(await commands[name]({ words }));
}
const { runSupervisor } = await embedded("supervisor.ts");
const dev = process.argv.includes("--dev");
await runSupervisor({ root, demo: dev || process.argv.includes("--demo"), dev });
