import type { Page } from "@playwright/test";
import pg from "pg";
import { expect, test } from "./fixtures";
import { gateOf } from "./security/gate-states";
import { mintSignedInClient } from "./security/minted-session";

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at && at !== document.body ? `${at.localName}: ${at.textContent?.trim()}` : "nowhere";
  });

test("focus lands where the change is: after a form, after a link, and where something went", async ({
  browser,
  serverUrl,
  databaseUrl,
}) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const { context, practice, client } = await mintSignedInClient(pool, browser, serverUrl);
  await gateOf(pool, practice, client)("clear");
  const page = await context.newPage();
  try {
    await page.goto("/portal");
    await page.getByRole("radio", { name: "7", exact: true }).check();
    const save = page.getByRole("button", { name: "Save this check" });
    await save.focus();
    await save.press("Enter");
    await expect(page.getByText(/7 of 10\./)).toBeVisible();
    expect(await focused(page)).not.toBe("nowhere");

    await page.getByRole("link", { name: "My path" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My path" })).toBeFocused();
    await page.getByRole("link", { name: "Messages" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

    await page.getByRole("textbox").fill("A word for the session.");
    const send = page.getByRole("button", { name: /^Send/ });
    await send.focus();
    await send.press("Enter");
    await expect(page.getByRole("textbox")).toHaveValue("");
    expect(await focused(page)).not.toBe("nowhere");
  } finally {
    await context.close();
    await pool.end();
  }
});
