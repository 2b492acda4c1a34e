import { checks } from "./all.testing";
import type { Shown } from "./check.testing";

const partOf = (file: string) => /^bench\/proof-([\w-]+)\.ts$/.exec(file)?.[1];

const named = ([file, ...titles]: Shown): string => {
  const part = partOf(file);
  return part ? `\`npm run proof ${part}\`` : `\`${file}\`: ${titles.map((title) => `“${title}”`).join("; ")}`;
};

/** The table of docs/SECURITY.md, a line for each check. */
export function securityTable(): string[] {
  const lines = checks.map(({ what, shown, rest }, i) => {
    const tests = shown.map(named).join("<br>") || "—";
    return `| ${i + 1} | ${what} | ${tests} | ${rest ?? "—"} |`;
  });
  return ["| # | Check | Shown by | Not automated |", "|---|---|---|---|", ...lines];
}

export const tableBegins = "<!-- checks: node --import tsx scripts/security-table.mjs -->";
export const tableEnds = "<!-- end of checks -->";
