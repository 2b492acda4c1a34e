import { readFileSync } from "node:fs";
import path from "node:path";

/** Signing out and leaving take no form and end the sender's own session: what they do is shown in e2e/sign-out.spec.ts. */
const withoutForm = "lib/server/auth/sign-out-action.ts";

export type ServedAction = { name: string; id: string; page: string };

/** What the build serves: each action's id, and a page that it belongs to. */
export function servedActions(): ServedAction[] {
  const file = path.resolve(import.meta.dirname, "..", "..", ".next", "server", "server-reference-manifest.json");
  const manifest: {
    node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
  } = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(manifest.node)
    .filter(([, { filename }]) => filename !== withoutForm)
    .map(([id, { filename, exportedName, workers }]) => {
      const page = (Object.keys(workers)[0] ?? "").replace(/^app/, "").replaceAll(/\/\([^/]+\)/g, "");
      return { name: `${filename}#${exportedName}`, id, page: page.replace(/\/page$/, "") || "/" };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
