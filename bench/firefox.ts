import process from "node:process";
import puppeteer, { type ElementHandle, type Page } from "puppeteer-core";
import type { Browser, Tab } from "./hands";

export const firefoxProgram = "/usr/bin/firefox-esr";

/** Debian's Firefox, by WebDriver BiDi. */
export async function openFirefox(): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxProgram,
    headless: true,
    env: { ...process.env, MOZ_DISABLE_CONTENT_SANDBOX: process.getuid?.() === 0 ? "1" : "" },
    // No look at the world outside this machine.
    extraPrefsFirefox: {
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
    },
  });
  return {
    name: await browser.version(),
    fresh: async () => {
      const context = await browser.createBrowserContext();
      return tabOf(await context.newPage(), () => context.close());
    },
    close: () => browser.close(),
  };
}

function tabOf(page: Page, close: () => Promise<void>): Tab {
  const found = async (finder: string) =>
    (await page.evaluateHandle(finder)).asElement() as ElementHandle<Element> | null;
  return {
    goto: async (url) => {
      await page.goto(url, { waitUntil: "load" });
    },
    ask: (script) => page.evaluate(script),
    press: async (finder) => {
      const element = await found(finder);
      await element?.click();
      return element !== null;
    },
    type: async (finder, words) => {
      const element = await found(finder);
      await element?.click();
      await element?.type(words);
      return element !== null;
    },
    back: async () => {
      await page.goBack({ waitUntil: "load" }).catch(() => null);
    },
    close,
  };
}
