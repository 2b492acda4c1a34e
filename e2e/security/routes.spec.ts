import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { numbered } from "@/lib/paths";
import { openPractice } from "../couple";
import { expect, test } from "../fixtures";
import { accept, agree, enrolClient, nobody, ownerState } from "../people";
import { actionFiles, routes, routesInTheTree } from "./routes";

test.use({ storageState: ownerState });
test.setTimeout(120_000);

test("every route of the tree is listed with who may open it", () => {
  expect(routesInTheTree()).toEqual(Object.keys(routes).sort());
});

test("every action is made by one of the doors", () => {
  for (const file of actionFiles()) {
    const source = readFileSync(file, "utf8");
    const exported = [...source.matchAll(/^export (?:const|async function) (\w+)/gm)].map(([, name]) => name);
    const doors = [
      ...source.matchAll(/^export const (\w+) = (staffAction|clientAction|accountAction|publicAction)\(/gm),
    ].map(([, name]) => name);
    expect(doors, file).toEqual(exported);
  }
});

test("each route opens for whom it should and for nobody else", async ({
  page,
  browser,
  playwright,
  serverUrl,
  databaseUrl,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const { first } = await practice.enrolCouple(["Route Pair", "Pair Route"], "routes@pair.example");
  const couple = await practice.pool.query("select id from couple where first_client_id = $1", [first.actor.clientId]);
  await practice.close();
  const link = await enrolClient(page, { name: "Route Person", email: "routes@home.example" });
  await page.getByRole("link", { name: "Open the client’s page" }).click();
  await page.waitForURL(/overview/);
  const clientId = /clients\/([\w-]+)\//.exec(page.url())?.[1] ?? "";
  const { context, page: phone } = await accept(browser, link, "harbour-lilac-quartz-88");
  await agree(phone);
  await phone.getByRole("link", { name: "Start: How close things feel" }).click();
  await phone.waitForURL(/assessments/);
  const assessmentId = phone.url().split("/").at(-1) ?? "";

  await page.goto("/settings/protocol");
  const shipped = await page.getByRole("link", { name: /as shipped/ }).getAttribute("href");
  const versionId = shipped?.split("/").at(-1) ?? "";

  const visitors: Record<"nobody" | "owner" | "client", APIRequestContext> = {
    nobody: await playwright.request.newContext({ baseURL: serverUrl, storageState: nobody }),
    owner: await playwright.request.newContext({ baseURL: serverUrl, storageState: ownerState }),
    client: await playwright.request.newContext({ baseURL: serverUrl, storageState: await context.storageState() }),
  };
  const fill = (route: string) =>
    route
      .replace("[clientId]", clientId)
      .replace("[assessmentId]", assessmentId)
      .replace("[coupleId]", couple.rows[0].id)
      .replace("[versionId]", versionId)
      .replace("/exercises/[key]", "/exercises/learn-together")
      .replace("/learn/[key]", "/learn/start-gently")
      .replace("/readings/[key]", "/readings/start-gently")
      .replace("[key]", "five-dimensions")
      .replace("[token]", "x".repeat(43))
      .replace("[...nextauth]", "csrf");
  for (const [route, { opens }] of Object.entries(routes)) {
    for (const [who, visitor] of Object.entries(visitors) as [keyof typeof visitors, APIRequestContext][]) {
      const address = fill(route);
      const response = await visitor.get(numbered(address) ?? address, { maxRedirects: 0 });
      const at = `${who} at ${route}`;
      const isOpen = response.status() < 400 && !(response.headers().location ?? "").includes("/sign-in");
      if (route === "/api/leave") expect(response.headers().location, at).toBe("/sign-in");
      else if (opens.includes(who)) expect(response.status(), at).toBeLessThan(400);
      else expect(isOpen, at).toBe(false);
      if (response.status() === 404) expect(await response.text(), at).not.toContain("Route Person");
      expect(response.headers()["cache-control"], at).toContain("no-store");
      expect(response.headers()["x-frame-options"], at).toBe("DENY");
    }
  }
  for (const visitor of Object.values(visitors)) await visitor.dispose();
  await context.close();
});

test("an action sent from another site, or by nobody, changes nothing", async ({ page, playwright, serverUrl }) => {
  await page.goto("/clients/new");
  const posted = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().includes("/clients/new"),
  );
  await page.getByRole("button", { name: "Enrol client" }).click();
  const request = await posted;
  const headers = {
    "next-action": (await request.headerValue("next-action")) ?? "",
    "content-type": (await request.headerValue("content-type")) ?? "",
  };
  const data = request.postDataBuffer() ?? Buffer.alloc(0);
  const thief = await playwright.request.newContext({ baseURL: serverUrl, storageState: ownerState });
  const foreign = await thief.post("/clients/new", {
    headers: { ...headers, origin: "https://elsewhere.example" },
    data,
  });
  expect(await foreign.text()).not.toContain("is enrolled");
  const crossSite = await thief.post("/clients/new", { headers: { ...headers, "sec-fetch-site": "cross-site" }, data });
  expect(await crossSite.text()).not.toContain("is enrolled");
  const unsigned = await playwright.request.newContext({ baseURL: serverUrl, storageState: nobody });
  const signedOut = await unsigned.post("/clients/new", { headers: { ...headers, origin: serverUrl }, data });
  expect(await signedOut.text()).not.toContain("is enrolled");
  await thief.dispose();
  await unsigned.dispose();
});
