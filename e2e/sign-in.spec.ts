import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, nobody, ownerPassword, ownerState, setUpSecondFactor } from "./people";

test.use({ storageState: ownerState });
test.setTimeout(120_000);

test("a colleague is invited, signs in with a second factor, and every code works once", async ({
  page,
  browser,
  mailbox,
}) => {
  const email = "sam@northbank.example";
  const password = "meadow-copper-violin-71";
  await page.goto("/settings/colleagues");
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Sam Okafor");
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByRole("button", { name: /invite/i }).click();
  const { context, page: sam } = await accept(browser, mailbox.linkIn(await mailbox.waitFor(email)), password);
  await setUpSecondFactor(sam);
  const recovery = ((await sam.locator("li code").first().textContent()) ?? "").trim();
  await sam.goto("/account");
  await expectAccessible(sam);
  await sam.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(sam).toHaveURL(/sign-in/);
  await context.close();

  const later = await browser.newContext({ storageState: nobody });
  const again = await later.newPage();
  await again.goto("/sign-in");
  await expectAccessible(again);
  const signIn = async (typed: string) => {
    await again.getByLabel("E-mail").fill(email);
    await again.getByLabel("Password", { exact: true }).fill(typed);
    await again.getByRole("button", { name: "Sign in" }).click();
  };
  await signIn("not the password at all");
  await expect(again.locator("main")).toContainText("do not belong together");
  await signIn(password);
  await expect(again).toHaveURL(/sign-in\/code/);
  await expectAccessible(again);
  await again.goto("/caseload");
  await expect(again).toHaveURL(/sign-in/);
  await again.goto("/sign-in/code");
  const give = async (code: string) => {
    await again.getByLabel(/code/i).first().fill(code);
    await again.getByRole("button", { name: "Go on" }).click();
  };
  await give(recovery);
  await expect(again.getByRole("heading", { name: "Caseload" })).toBeVisible();
  await again.goto("/account");
  await again.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(again).toHaveURL(/\/sign-in/);
  await signIn(password);
  await expect(again).toHaveURL(/sign-in\/code/);
  await give(recovery);
  await expect(again.locator("[data-error]").first()).toBeVisible();
  await again.goto("/caseload");
  await expect(again).toHaveURL(/sign-in/);

  // Phone and recovery codes are gone: the owner takes the second step away, and the password alone leads to a new one.
  await page.goto("/settings/colleagues");
  const row = page.getByRole("listitem").filter({ hasText: email });
  await row.getByText("Change Sam Okafor").click();
  await row.getByLabel("How you know that it is them").fill("We spoke, and I know the voice.");
  await row.getByLabel("Your own password", { exact: true }).fill(ownerPassword);
  await row.getByRole("button", { name: "Take the second step away" }).click();
  await expect(row.getByText("Has access once the second step is set up")).toBeVisible();
  const letter = (await mailbox.about(email, "credentials")).raw.replaceAll(email, "");
  expect(letter).not.toMatch(/factor|password|Sam/i);
  await again.goto("/sign-in");
  await signIn(password);
  await expect(again.getByRole("heading", { name: "A second step" })).toBeVisible();
  await later.close();
});
