import "server-only";
import { createHash } from "node:crypto";

/** The colours of app/styles/tokens.css, which its test compares: this page is written before any style file could be. */
export const bareTokens = {
  paper: "light-dark(#f6f3eb, #101715)",
  edge: "light-dark(#857e6c, #71807a)",
  ink: "light-dark(#14211e, #eceae2)",
  "ink-2": "light-dark(#3f4c48, #bfc7c1)",
  primary: "light-dark(#0a5c54, #6ccbb9)",
  "on-primary": "light-dark(#ffffff, #06201b)",
  focus: "light-dark(#1757c2, #8db9ff)",
} as const;

/** What every door says; the lists of numbers stay out of what answers a crowd. */
export const bareDanger = "In danger now? Call your local emergency number. Nearer is not watched around the clock.";

const variables = Object.entries(bareTokens).map(([name, colour]) => `--${name}:${colour}`);

const styles = `:root{color-scheme:light dark;${variables.join(";")}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.45 "Source Sans 3",system-ui,sans-serif}
main{display:flex;flex-direction:column;min-height:100vh;min-height:100dvh;max-width:35rem;margin:0 auto;padding:24px 20px;overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px 12px}
header span{display:inline-flex;align-items:center;gap:10px;font:600 1.5rem/1 "Source Serif 4",Georgia,serif}
circle{fill:var(--primary)}
circle+circle{fill:none;stroke:var(--primary);stroke-width:3}
section{flex:1;padding:40px 0 32px}
h1{margin:0 0 12px;font:500 2rem/1.15 "Source Serif 4",Georgia,serif}
p{max-width:25rem;margin:0 0 16px}
.sec{color:var(--ink-2)}
footer{color:var(--ink-2);font-size:.8125rem}
footer p{margin:0}
button,.btn{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:4px 20px;border:1px solid var(--ink);border-radius:6px;background:var(--paper);color:var(--ink);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.btn{width:100%;max-width:25rem;border-color:var(--primary);background:var(--primary);color:var(--on-primary)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
@media (min-width:900px){main{padding:40px 64px}section{display:grid;align-content:center}h1{font-size:2.5rem}}
@media print{header form,.btn{display:none}}`;

const styleHash = createHash("sha256").update(styles).digest("base64");

export const barePageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
} as const;

type Words = {
  words: string;
  /** A second sentence, quieter. */
  note?: string | undefined;
  /** Where the button leads: an address of ours. */
  to: string;
  /** After so many seconds it goes there by itself. */
  again?: number | undefined;
};

/**
 * A page for whoever is not let in just now, in the look of the doors: no script, no file, nothing of anybody, and the way
 * out. It costs what it takes to write it.
 */
export function barePage({ words, note, to, again }: Words): string {
  const refresh = again ? `<meta http-equiv="refresh" content="${again}">` : "";
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>One moment</title>${refresh}<style>${styles}</style></head><body><main><header><span><svg width="44" height="26" viewBox="0 0 40 24" aria-hidden="true"><circle cx="11" cy="12" r="10"/><circle cx="30" cy="12" r="8.5"/></svg>Nearer</span><form action="/api/leave" method="post"><button title="Opens a weather page and signs you out.">Leave quickly</button></form></header><section><h1>One moment</h1><p>${words}</p>${note ? `<p class="sec">${note}</p>` : ""}<a class="btn" href="${escaped(to)}">Try again</a></section><footer><p>${bareDanger}</p></footer></main></body></html>`;
}

const escaped = (address: string): string =>
  address.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
