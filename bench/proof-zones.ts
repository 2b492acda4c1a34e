import { spawnSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { told } from "./told";

/** The tests of lib in four zones of the process: the first to have a day, the last, one of half an hour, and one that changes its clock. */
const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "America/New_York"];
const root = path.resolve(import.meta.dirname, "..");
for (const TZ of zones) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/vitest/vitest.mjs"), "run", "--project", "unit", "--reporter", "dot", "lib"],
    { cwd: root, env: { ...process.env, TZ, CI: "1", NO_COLOR: "1" }, encoding: "utf8" },
  );
  const tests = /Tests\s+(.*)/.exec(stdout)?.[1]?.trim() ?? "no test ran";
  told(status === 0, `${TZ}: ${tests}`);
  if (status !== 0) console.log(stdout.slice(-4_000));
}
