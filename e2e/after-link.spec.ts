import { endCouple } from "@/db/commands/couples/end-couple";
import { expectAccessible } from "./accessible";
import { daysAgo, openPractice } from "./couple";
import { expect, test } from "./fixtures";
import { picture } from "./picture";
import { ownerIn } from "./watched-couple";

test.setTimeout(120_000);

test("after a link ended the panel asks about each of the two, until it is answered or three months are over", async ({
  browser,
  databaseUrl,
  serverUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const { coupleId, first, second } = await practice.enrolCouple(
    ["Runa Falk", "Jonas Falk"],
    "people@after-link-journey.example",
  );
  await practice.as(practice.owner, (scope) =>
    endCouple(scope, {
      coupleId,
      reason: "They live apart since the summer.",
      shownOn: daysAgo(-9).toISOString().slice(0, 10),
    }),
  );
  const { context, page } = await ownerIn(browser, practice, serverUrl);
  await page.goto(`/clients/${first.actor.clientId}/overview`);
  const panel = page.getByRole("region", { name: "After the link" });
  await expect(panel.getByText(/4 of 4 still to look after/)).toBeVisible();
  await expect(panel).not.toContainText("Jonas");
  await expectAccessible(page);
  await picture(page, "after-link-open");

  await panel.getByRole("button", { name: /^Done\s?: Devices signed out$/ }).press("Enter");
  await expect(panel.getByText(/^Done, Alma Keller, today/)).toBeFocused();
  await panel.getByText("Set aside", { exact: true }).first().press("Enter");
  const aside = panel.getByRole("button", { name: /^Set it aside\s?: Old address struck$/ });
  await aside.press("Enter");
  await expect(panel.getByText("Write down why it is set aside.")).toBeVisible();
  await panel.getByLabel("Why").first().fill("There was none: each had an address of their own.");
  await aside.press("Enter");
  await expect(panel.getByText(/^Set aside, Alma Keller, today/)).toBeFocused();
  await expect(panel.getByText(/2 of 4 still to look after/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, "after-link-answered");
  await panel.getByRole("button", { name: /^Open again\s?: Devices signed out$/ }).press("Enter");
  await expect(panel.getByText(/3 of 4 still to look after/)).toBeVisible();

  await page.goto(`/clients/${second.actor.clientId}/overview`);
  await expect(panel.getByText(/4 of 4 still to look after/)).toBeVisible();
  await practice.pool.query("update couple set ended_at = ended_at - interval '93 days' where id = $1", [coupleId]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Jonas Falk", level: 1 })).toBeVisible();
  await expect(panel).toHaveCount(0);
  await context.close();
  await practice.close();
});
