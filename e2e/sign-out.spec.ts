import { expect, test } from "./fixtures";
import { accept, agree, enrolClient, nobody, ownerState } from "./people";

test.use({ storageState: ownerState });

test("signing out makes the old cookie useless, and leaving quickly leaves nothing behind", async ({
  page,
  browser,
}) => {
  const link = await enrolClient(page, { name: "Tomas Vega", email: "tomas@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  const cookies = await context.cookies();
  await phone.route("https://www.bbc.co.uk/weather", (route) =>
    route.fulfill({ body: "<title>Weather</title>", contentType: "text/html" }),
  );
  const left = phone.waitForResponse((response) => response.url().endsWith("/api/leave"));
  await phone.getByRole("button", { name: "Leave quickly" }).click();
  await expect(phone).toHaveTitle("Weather");
  await left.catch(() => undefined);

  const thief = await browser.newContext({ storageState: nobody });
  await thief.addCookies(cookies);
  const other = await thief.newPage();
  await expect
    .poll(async () => {
      await other.goto(new URL("/portal", link).href);
      return other.url();
    })
    .toContain("/sign-in");
  await phone.goBack().catch(() => undefined);
  await expect(phone.getByText("How connected do you feel right now?")).toHaveCount(0);
  await thief.close();
  await context.close();
});

test("leaving quickly works where the browser keeps nothing", async ({ page, browser }) => {
  const link = await enrolClient(page, { name: "Wanda Sole", email: "wanda.sole@home.example" });
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await phone.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Storage is switched off", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: refuse });
  });
  await phone.route("https://www.bbc.co.uk/weather", (route) =>
    route.fulfill({ body: "<title>Weather</title>", contentType: "text/html" }),
  );
  await phone.goto("/portal");
  await phone.getByRole("button", { name: "Leave quickly" }).click();
  await expect(phone).toHaveTitle("Weather");
  await context.close();
});

test("an invitation works once", async ({ page, browser }) => {
  const link = await enrolClient(page, { name: "Nour Haddad", email: "nour@home.example" });
  const { context } = await accept(browser, link, "harbour-lilac-quartz-88");
  await context.close();
  const again = await browser.newPage({ storageState: nobody });
  await again.goto(link);
  await expect(again.getByLabel("Choose a password", { exact: true })).toHaveCount(0);
  await again.close();
});
