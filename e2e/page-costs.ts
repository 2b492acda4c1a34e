import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import { askUntil } from "@/runtime/wait";
import { sessionCookie } from "./security/minted-session";

export type PageCost = { status: number; html: string; bytes: number; statements: string[] };

const prefix = "%a|%u|";
const ofRequest = /^nearer\|nearer_app\|LOG: {2}(?:execute [^:]*|statement): (.*)/;
const transactional = /^(begin|commit|rollback)\b/i;

/** Makes a cluster of tests write each statement into its log, and reads a page's from there: sign-in and session among them. */
export async function watchStatements(pool: Pool, logDir: string) {
  await pool.query("alter system set log_statement = 'all'");
  await pool.query(`alter system set log_line_prefix = '${prefix}'`);
  await pool.query("select pg_reload_conf()");
  const logged = async () => {
    const files = (await readdir(logDir)).filter((file) => file.endsWith(".log"));
    return (await Promise.all(files.map((file) => readFile(path.join(logDir, file), "utf8")))).join("\n");
  };
  /** What was logged up to now: a mark that is in the log says that all before it is. */
  const upToNow = async (): Promise<{ text: string; mark: string }> => {
    const mark = `-- mark ${randomUUID()}`;
    const text = await askUntil(async () => {
      await pool.query(`select 1 ${mark}`);
      const all = await logged();
      return all.includes(mark) ? all : null;
    }, 20_000);
    if (!text) throw new Error("The log of the database does not say what it was asked.");
    return { text, mark };
  };
  return async (url: string, token: string): Promise<PageCost> => {
    const { mark } = await upToNow();
    const response = await fetch(url, { headers: { cookie: `${sessionCookie}=${token}` }, redirect: "manual" });
    const html = await response.text();
    const { text } = await upToNow();
    const statements = text
      .slice(text.lastIndexOf(mark))
      .split("\n")
      .flatMap((line) => ofRequest.exec(line)?.[1] ?? [])
      .filter((statement) => !transactional.test(statement));
    return { status: response.status, html, bytes: Buffer.byteLength(html), statements };
  };
}
