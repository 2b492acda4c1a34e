import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bareDanger, barePage, barePageHeaders, bareTokens } from "./bare-page";

const root = path.resolve(import.meta.dirname, "..");

describe("a page that is written before any style file", () => {
  const page = barePage({ words: "Wait.", to: '/sign-in?a="<b>&c' });

  it("has the colours of every other page", () => {
    const tokens = readFileSync(path.join(root, "app/styles/theme.css"), "utf8");
    for (const [name, colour] of Object.entries(bareTokens)) expect(tokens).toContain(`--color-${name}: ${colour};`);
  });

  it("says what the doors say in danger, and has their way out, which needs no script", () => {
    const doors = readFileSync(path.join(root, "components/identity/before-sign-in.tsx"), "utf8");
    expect(doors).toContain(`<p>${bareDanger}</p>`);
    expect(page).toContain(`<footer><p>${bareDanger}</p></footer>`);
    expect(page).toMatch(/<form action="\/api\/leave" method="post"><button[^>]*>Leave quickly<\/button><\/form>/);
    expect(page).toContain("<title>One moment</title>");
    expect(page).not.toMatch(/<script|https?:|<link/);
  });

  it("may be styled by its own styles alone, and leads nowhere that was not given as an address", () => {
    const [, styles = ""] = /<style>(.+?)<\/style>/s.exec(page) ?? [];
    const hash = createHash("sha256").update(styles).digest("base64");
    expect(barePageHeaders["content-security-policy"]).toContain(`style-src 'sha256-${hash}'`);
    expect(page).toContain('href="/sign-in?a=&quot;&lt;b>&amp;c"');
  });
});
