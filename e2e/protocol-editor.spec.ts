import { addDays } from "@/lib/time/local-date";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { nobody, ownerState } from "./people";
import { decideHere, decisions, expectRead, openPath, todayIn, versions } from "./steering";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

test("the owner makes a protocol of the practice's own", async ({ page, browser, serverUrl }) => {
  await page.goto("/settings/readings/new");
  await page.getByLabel("Title", { exact: true }).fill("A page about doors");
  await page.getByLabel("In one sentence").fill("Doors open both ways.");
  await page.getByLabel("The reading", { exact: true }).fill("A door is no wall.");
  await page.getByLabel("A question to take along").fill("Which door is ajar?");
  await page.getByRole("button", { name: "Keep the draft" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(/^Published by /).first()).toBeVisible();
  const ownReading = page.url();

  await page.goto("/settings/protocol");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Copy and edit" }).first().click();
  await page.waitForURL(/settings\/protocol\/[\w-]+$/);
  const draft = page.url();

  await page.getByText(/^Week 3,/).click();
  await page.locator("#week-3").getByLabel("Reading of the week").selectOption("A page about doors");
  await page.getByLabel("Name of the protocol").fill("");
  await page.getByRole("button", { name: "Earlier week 3 before week 2" }).click();
  await expect(page.getByText("Write a few words")).toBeVisible();
  await page.getByLabel("Name of the protocol").fill("Ten calm weeks");
  await page.getByRole("button", { name: "Earlier week 3 before week 2" }).click();
  await page.waitForURL(/at=week-2/);
  await expect(page.locator("#week-2 summary")).toBeFocused();
  const reading = page.locator("#week-2").getByLabel("Reading of the week").locator("option:checked");
  await expect(reading).toHaveText("A page about doors");
  await expect(page.getByRole("heading", { name: "Ten calm weeks" })).toBeVisible();
  await page.getByRole("button", { name: "Add a week like this after week 2" }).click();
  await page.waitForURL(/at=week-3/);
  await page.getByText("Add a phase", { exact: true }).click();
  await page.locator("#phase-new").getByLabel("Name").fill("Rest");
  await page.locator("#phase-new").getByLabel("What it is for").fill("A calm stretch.");
  await page.locator("#phase-new").getByLabel("Begins with").selectOption("8");
  await page.getByRole("button", { name: "Add the phase" }).click();
  await page.waitForURL(/at=phase-3/);
  await expect(page.getByText("11 weeks in 4 phases").first()).toBeVisible();
  await expect(page.getByText(/The safety questions are always asked: .+ before Rest/)).toBeVisible();
  await expectAccessible(page);

  const plain = await browser.newContext({ storageState: ownerState, javaScriptEnabled: false, baseURL: serverUrl });
  const still = await plain.newPage();
  await still.goto(draft);
  await still.getByLabel("In a few sentences").fill("Typed without a script.");
  await still.locator("#week-4 summary").click();
  await still.getByRole("button", { name: "Remove the week 4" }).click();
  await expect(still.getByText("10 weeks in 4 phases").first()).toBeVisible();
  await expect(still.getByLabel("In a few sentences")).toHaveValue("Typed without a script.");
  await plain.close();
  await page.getByLabel("Name of the protocol").fill("Too late");
  await page.getByRole("button", { name: "Keep the draft" }).first().click();
  await expect(page.getByText(/This draft was changed elsewhere/)).toBeVisible();
  await expect(page.getByLabel("Name of the protocol")).toHaveValue("Too late");

  await page.goto(ownReading);
  await page.getByRole("button", { name: "Retire this reading" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "A page about doors" })).toContainText(
    "Retired: clients do not see it",
  );
  await page.goto(draft);
  await page.locator("#week-2 summary").click();
  await expect(reading).toHaveText(/retired: clients do not see it/);
  await page.getByText("Discard this draft").click();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.waitForURL(/settings\/protocol$/);
  await expect(page.getByText("Ten calm weeks")).toHaveCount(0);

  await page.getByRole("button", { name: "Copy and edit" }).first().click();
  await page.waitForURL(/settings\/protocol\/[\w-]+$/);
  await page.getByText("Add an exercise of your own").click();
  const fresh = page.locator("#exercise-new");
  await fresh.getByLabel("Name", { exact: true }).fill("Back to back");
  await fresh.getByLabel("For the client: what to do").fill("Sit back to back with {partner}. Stop when you like.");
  await fresh.getByLabel("For the therapist: what it tests").fill("Being near without a goal.");
  await fresh.getByLabel("The guided page that walks through it").selectOption("ten-minute-cuddle");
  await fresh.getByLabel("What it asks two people to share").selectOption("together");
  await page.getByRole("button", { name: "Add the exercise" }).click();
  await expect(page.getByText(/^Choose “Touch” or more/)).toBeVisible();
  await expect(fresh.getByLabel("Name", { exact: true })).toHaveValue("Back to back");
  await fresh.getByLabel("What it asks two people to share").selectOption("touch");
  await page.getByRole("button", { name: "Add the exercise" }).click();
  await page.waitForURL(/at=exercise-own/);
  await expect(page.getByText("Sit back to back with your partner. Stop when you like.")).toBeVisible();
  await page.getByRole("button", { name: "Look over and publish" }).click();
  await page.waitForURL(/publish$/);
  await expect(page.getByText("New: Back to back.")).toBeVisible();
  await expect(page.getByText(/Nobody is written to/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publish it" }).click();
  await page.waitForURL(/settings\/protocol$/);
  await expect(page.getByText(/^Published by/)).toBeVisible();
  await expect(page.getByText("New clients start here", { exact: false })).toHaveCount(1);

  const stranger = await browser.newContext({ storageState: nobody, baseURL: serverUrl });
  expect((await stranger.request.get(draft, { maxRedirects: 0 })).headers().location ?? "").toContain("/sign-in");
  await stranger.close();
});

test("a path begins on a chosen version, is moved to another and back, and a version is put away", async ({
  page,
  browser,
}) => {
  await page.goto("/settings/protocol");
  await page.getByRole("button", { name: "Copy and edit" }).first().click();
  await page.waitForURL(/settings\/protocol\/[\w-]+$/);
  await page.getByLabel("Name of the protocol").fill("Ten weeks with less");
  await page.locator("#week-4 summary").click();
  await page.locator("#week-4").getByLabel("Ask for a favour").selectOption("Once");
  await page.getByRole("button", { name: "Look over and publish" }).click();
  await page.waitForURL(/publish$/);
  await expect(page.getByText("Week 4 asks for something else.")).toBeVisible();
  await page.getByRole("button", { name: "Publish it" }).click();
  await page.waitForURL(/settings\/protocol$/);
  const less = page.getByRole("listitem").filter({ hasText: "Ten weeks with less" });
  await expect(less).toContainText("new clients start here");

  const path = await openPath(page, browser, {
    name: "Vera Lund",
    startDate: addDays(todayIn(), -17),
    also: async () => {
      const version = page.getByLabel("Protocol", { exact: true });
      await expect(version.locator("option").first()).toContainText("Ten weeks with less");
      const shipped = version.locator("option", { hasText: "Ten weeks nearer, as shipped" });
      await version.selectOption((await shipped.getAttribute("value")) ?? "");
    },
  });
  const here = versions(path);
  const favour = page
    .locator('table[data-path] tr[data-state="coming"]')
    .filter({ hasText: "Ask for a favour" })
    .first();
  await expect(here).toContainText("Ten weeks nearer, as shipped");
  await expect(favour).toContainText("Twice");

  await here.getByText("Move to another version").click();
  await here.getByRole("link", { name: /^Ten weeks with less/ }).click();
  await page.waitForURL(/move=/);
  await expectAccessible(page);
  const moved = "Something in your later weeks has changed. What you did stays as it is.";
  const facts = ["Week 4: Ask for a favour once instead of twice."];
  await decideHere(
    path,
    { facts, words: moved, confirm: "Move to this version", kept: "Moved to Ten weeks with less" },
    here,
  );
  await expect(favour).toContainText("Once");
  await expectRead(path, [moved]);

  await page.getByRole("link", { name: /^Undo: Moved to/ }).click();
  await page.waitForURL(/withdraw=/);
  const back = "Your later weeks are again as they were planned before. What you did stays as it is.";
  await decideHere(
    path,
    {
      facts: ["Week 4: Ask for a favour twice instead of once."],
      ...{ words: back, confirm: "Undo the move", kept: "Undid the move to Ten weeks with less" },
    },
    here,
  );
  await expect(favour).toContainText("Twice");
  await expect(decisions(path).nth(1)).toContainText("(undone)");
  await expectRead(path, [back]);

  await page.goto("/settings/protocol");
  await less.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByRole("region", { name: "Put away" }).getByText("Ten weeks with less")).toBeVisible();
  await page.goto(path.tab);
  await here.getByText("Move to another version").click();
  await expect(here.getByRole("link", { name: /^Ten weeks with less/ })).toHaveCount(0);
  await page.goto("/clients/new");
  await expect(page.getByRole("option", { name: /Ten weeks with less/ })).toHaveCount(0);
  await path.context.close();
});
