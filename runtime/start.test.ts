import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { scratchArea } from "@/db/testing/scratch-area";

const root = path.resolve(import.meta.dirname, "..");
const area = scratchArea();
afterEach(area.remove);

function npmStart(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], {
      env: { PATH: process.env.PATH, NODE_ENV: "production", NEARER_DATA_DIR: area.dir, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.once("close", (code) => resolve({ code, errors }));
  });
}

describe("npm start, refusing in one sentence", () => {
  it("names the port that is taken, and leaves no database running", async () => {
    const squatter = createServer();
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, "127.0.0.1", () => {
        const address = squatter.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const { code, errors } = await npmStart({ PORT: String(port), NEARER_TEST_NO_FSYNC: "1" });
    squatter.close();
    expect(code).toBe(1);
    expect(errors.trim()).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
    expect(existsSync(path.join(area.dir, "pg", "postmaster.pid"))).toBe(false);
    expect(statSync(path.join(area.dir, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it.each([
    [{ PORT: "http" }, /^PORT must be a whole number from 1 to 65535\.$/],
    [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL must be a PostgreSQL address/],
    [{ DATABASE_URL: "postgres://a:b@127.0.0.1:1/x" }, /please also set SEAL_KEYS, NEXTAUTH_SECRET, NEXT_SERVER/],
    [{ SEAL_KEYS: "a".repeat(44) }, /^SEAL_KEYS must hold at least one key: k1:<32 bytes in base64>\.$/],
    [{ DATABASE_OWNER_URL: "postgres://a:b@127.0.0.1:1/x" }, /so DATABASE_URL must be too/],
  ])("names the setting that is wrong: %j", async (env, sentence) => {
    const { code, errors } = await npmStart(env);
    expect(code).toBe(1);
    expect(errors.trim()).toMatch(sentence);
    expect(errors.trim().split("\n")).toHaveLength(1);
  });
});
