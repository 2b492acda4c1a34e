import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const built = [
  ...[
    "app",
    "components",
    "server",
    "lib",
    "db",
    "public",
    "proxy.ts",
    "instrumentation.ts",
    "instrumentation-client.ts",
    "package.json",
    "package-lock.json",
  ],
  ...[
    "next.config.mjs",
    "tsconfig.json",
    "postcss.config.mjs",
    "scripts/css-as-text.mjs",
    "scripts/bundle-as-text.mjs",
  ],
];
const aside = /(^db\/testing(\/|$))|\.test\.tsx?$|(^|\/)\.[^/]*$/;

/** One hash over everything that a build reads, by content alone: a copy, a clone and a restore all agree. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256").update(`node ${process.versions.modules}\n`);
  for (const name of built) addTo(hash, root, name);
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, root: string, relative: string): void {
  const full = path.join(root, relative);
  if (aside.test(relative) || !existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    const content = readFileSync(full);
    hash.update(`${relative}\0${content.length}\0`).update(content);
    return;
  }
  for (const name of readdirSync(full).sort()) addTo(hash, root, `${relative}/${name}`);
}
