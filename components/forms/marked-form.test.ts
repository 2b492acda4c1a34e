import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** Forms that send no action of anybody's: signing out, leaving, and what its page does itself. */
const unmarked = new Set([
  "components/assessments/written-field.tsx",
  "components/forms/marked-form.tsx",
  "app/(auth)/locked/page.tsx",
  "app/(auth)/second-factor/page.tsx",
  "app/(portal)/portal/error.tsx",
  "app/error.tsx",
  "app/global-error.tsx",
  "components/identity/own-sessions.tsx",
  "components/portal/leave-first.tsx",
  "components/portal/leave-quickly.tsx",
  "components/shell/practice-shell.tsx",
  "components/ui/toast.tsx",
]);

const views = ["app", "components"]
  .flatMap((box) =>
    readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" }).map((at) => `${box}/${at}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => ({ file: file.replaceAll(path.sep, "/"), text: readFileSync(path.join(root, file), "utf8") }));

const tags = (text: string) => text.split(/<form\b/).slice(1);

describe("every form and every sending without a form", () => {
  it("says whose page it comes from", () => {
    const bare = views.filter(
      ({ file, text }) => !unmarked.has(file) && tags(text).some((tag) => !/^[^>]*\bmethod="get"/.test(tag)),
    );
    expect(views.length).toBeGreaterThan(200);
    expect(bare.map(({ file }) => file)).toEqual([]);
  });

  it("stands on a page that was told whose it is", () => {
    const shells = /<(OwnPage|PortalPage|PracticePage|ClientPage)\b/;
    const own = views.filter(({ file, text }) => file.endsWith("page.tsx") && /from "@\/server\/load/.test(text));
    const bare = own.filter(({ text }) => !shells.test(text) && /return \(/.test(text));
    expect(own.length).toBeGreaterThan(30);
    // What a device keeps for a day without a network is nobody's: it sends nothing but a person away.
    expect(bare.map(({ file }) => file)).toEqual(["app/(portal)/portal/offline/page.tsx"]);
  });

  it("goes through useMarked where there is no form", () => {
    const bare = views.filter(({ text }) => /new FormData\(\)|\(\s*idle,/.test(text));
    // The address for drafts is no view: what it is sent comes from there.
    expect(bare.map(({ file }) => file)).toEqual(["app/api/drafts/route.ts", "components/forms/use-marked.ts"]);
  });
});
