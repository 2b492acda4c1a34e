import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, ownerState } from "./people";
import { picture } from "./picture";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

test("a watched phone: the questions open at the door, show nothing of before, and leave nothing on the device", async ({
  page,
  browser,
}) => {
  const link = await enrolClient(page, { name: "Wanda Orlov", email: "wanda@home.example" });
  const { context, page: phone } = await accept(browser, link, "meadow-copper-violin-73");
  await phone.setViewportSize({ width: 390, height: 844 });
  await agree(phone);
  const card = phone.getByRole("link", { name: "Start: A few questions" });
  const statement = phone.getByRole("heading", { level: 1 });
  const today = async () => {
    await phone.goto("/portal");
    await expect(card).toBeVisible();
    return phone.locator("main section").filter({ hasText: "A few questions" }).textContent();
  };
  const before = await today();
  // Beside it stand others, whose counts are said.
  const own = phone.locator("main li").filter({ hasText: "A few questions" });
  expect(await own.textContent()).not.toMatch(/safe|alone|\d/i);

  await test.step("the door stands alone, and a no ends it", async () => {
    await card.click();
    await expect(statement).toHaveText(/somewhere private/);
    // The document still holds what came with Today, whose numbers have words of their own.
    expect(await phone.locator("main").innerHTML()).not.toMatch(/partner|hurt|afraid/i);
    await expectAccessible(phone);
    await picture(phone, "check-door");
    await phone.getByRole("button", { name: "No", exact: true }).click();
    await expect(statement).toHaveText("Then leave it for now");
    expect(await phone.locator("main").innerHTML()).not.toMatch(/partner|hurt|afraid/i);
    await picture(phone, "check-not-alone");
    expect(await today()).toBe(before);
  });

  await test.step("true words, then one question after another; a tap leaves nothing marked", async () => {
    await card.click();
    await phone.getByRole("button", { name: "Yes", exact: true }).click();
    await expect(phone.getByText("change nobody’s pages by themselves")).toBeVisible();
    await expect(phone.getByText(/If a child is hurt or in danger/)).toBeVisible();
    await expectAccessible(phone);
    await picture(phone, "check-words");
    await phone.getByRole("button", { name: "Go on" }).click();
    await expect(statement).toHaveText(/afraid of what my partner might do/);
    await expect(phone.getByRole("link", { name: /Call 999/ }).first()).toBeVisible();
    await expect(phone.getByRole("progressbar")).toHaveCount(0);
    expect(await phone.locator("main").textContent()).not.toMatch(/\d+ of \d+/);
    await expectAccessible(phone);
    await picture(phone, "check-question");
    const quiet = await phone.locator("main").textContent();
    const arrived = phone.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
    await phone.getByRole("button", { name: "Often" }).click();
    // It reaches the server before it is taken back: what was not sent yet is not sent at all.
    await arrived;
    await expect(statement).toHaveText(/watched what I say or do/);
    await expect(phone.locator("main").getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
    await phone.getByRole("button", { name: "Back" }).click();
    await expect(statement).toHaveText(/afraid of what my partner might do/);
    expect(await phone.locator("main").textContent()).toBe(quiet);
    await phone.getByRole("button", { name: "Leave this out" }).click();
  });

  await test.step("somebody comes in: the card reads as before, and the device keeps nothing", async () => {
    expect(await today()).toBe(before);
    expect(await phone.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)))).toEqual([]);
    await card.click();
    await expect(statement).toHaveText(/somewhere private/);
  });

  await test.step("sent with gaps and words of her own, it ends like for everybody", async () => {
    await phone.getByRole("button", { name: "Yes", exact: true }).click();
    await phone.getByRole("button", { name: "Go on" }).click();
    const leaveOut = phone.getByRole("button", { name: "Leave this out" });
    const words = phone.getByRole("textbox");
    await expect(leaveOut).toBeVisible();
    while (!(await words.isVisible())) {
      const asked = (await statement.textContent()) ?? "";
      await leaveOut.click();
      await expect(statement).not.toHaveText(asked);
    }
    await picture(phone, "check-own-words");
    await words.fill("He reads this phone.");
    await phone.getByRole("button", { name: "Next" }).click();
    await expect(statement).toHaveText("That was the last one");
    await expect(phone.getByRole("button")).toHaveText(["Leave quickly", "Send"]);
    await picture(phone, "check-end");
    await phone.getByRole("button", { name: "Send", exact: true }).click();
    await expect(statement).toHaveText("Thank you");
    await expectAccessible(phone);
    await picture(phone, "check-thanks");
    expect(await today()).toBe(before);
    await card.click();
    await expect(statement).toHaveText(/somewhere private/);
    await phone.goto("/portal/assessments");
    await expect(phone.getByText("Nothing sent yet")).toBeVisible();
  });

  await test.step("her therapist reads every sitting, and says by name that the words were read", async () => {
    await page.goto("/caseload?q=Wanda");
    await page.getByRole("link", { name: "Wanda Orlov" }).click();
    await page.getByRole("link", { name: "Assessments", exact: true }).click();
    await page.getByRole("link", { name: "Safety and steadiness" }).first().click();
    await expect(page.getByText("Asks for a stop.")).toBeVisible();
    await expect(page.getByText("He reads this phone.")).toBeVisible();
    await expect(page.getByText("Before that: Often")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Sitting 3" })).toBeVisible();
    await expectAccessible(page);
    await picture(page, "check-read");
    await page.getByRole("button", { name: "I have read it" }).click();
    await expect(page.getByText(/Read by /)).toBeVisible();
    await expect(page.getByRole("button", { name: "I have read it" })).toHaveCount(0);
  });
  await context.close();
});
