import { spawn } from "node:child_process";
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeOf, Fault, inPlainWords } from "@/runtime/fault";
import { packStatic } from "@/runtime/pack-static";
import { writeParts } from "@/runtime/parts-list";
import { stateOf } from "@/runtime/postmaster-file";
import { sourceHash } from "@/runtime/source-hash";
import { askUntil } from "@/runtime/wait";

type Say = (line: string) => void;

/** Builds the application when its sources are not those of the build that is there. */
export async function ensureBuild(root: string, say: Say): Promise<void> {
  const stamp = path.join(root, ".next", "nearer-source");
  const isFresh = () =>
    existsSync(path.join(root, ".next", "BUILD_ID")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === sourceHash(root);
  if (isFresh()) return;
  const release = await takeBuildLock(root, say);
  try {
    if (isFresh()) return;
    const hash = sourceHash(root);
    say("Building the application (the first time, and when its sources changed; about half a minute)…");
    const start = Date.now();
    rmSync(stamp, { force: true });
    await nextBuild(root);
    await packStatic(path.join(root, ".next", "static"));
    writeParts(root);
    writeFileSync(stamp, hash);
    say(`Built in ${Math.round((Date.now() - start) / 1_000)} s`);
  } finally {
    release();
  }
}

function nextBuild(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = path.join(root, "node_modules/next/dist/bin/next");
    const { NODE_OPTIONS, PATH, HOME, TMPDIR, SystemRoot } = process.env;
    const child = spawn(process.execPath, [next, "build"], {
      cwd: root,
      env: {
        ...given({ NODE_OPTIONS, PATH, HOME, TMPDIR, SystemRoot }),
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const endBuild = () => child.kill("SIGTERM");
    process.once("exit", endBuild);
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", endBuild);
      if (code === 0) return resolve();
      const plain = inPlainWords(new Error(output));
      reject(
        plain instanceof Fault
          ? plain
          : new Fault(`The build failed:\n${output.trim().split("\n").slice(-40).join("\n")}`),
      );
    });
  });
}

const given = (values: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** One build at a time in a directory; the lock of a builder that was killed counts for nothing. */
async function takeBuildLock(root: string, say: Say): Promise<() => void> {
  const dir = path.join(root, ".next", "cache");
  mkdirSync(dir, { recursive: true });
  const lock = path.join(dir, "nearer-build.lock");
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  let told = false;
  try {
    const taken = await askUntil(
      async () => {
        try {
          linkSync(mine, lock);
          return true;
        } catch (error) {
          if (codeOf(error) !== "EEXIST") throw error;
        }
        const holder = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
        if (!holder || stateOf(holder, realpathSync(root)) !== "alive") rmSync(lock, { force: true });
        else if (!told) say(`Another start (process ${holder}) is building; waiting for it`);
        told ||= Boolean(holder);
        return null;
      },
      600_000,
      200,
    );
    if (!taken) throw new Fault(`Another build has held ${lock} for ten minutes. Stop it and start Nearer again.`);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(lock, { force: true });
}
