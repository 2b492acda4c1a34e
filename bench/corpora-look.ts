import type { BrowserContext } from "@playwright/test";
import { corpus } from "./corpora-forms";

export type Seen = { ran: string[]; refused: string[]; kept: string[]; shown: number; pages: number };

/** Opens each page, and listens for what runs and for what the policy had to refuse. */
export async function look(url: string, context: BrowserContext, pages: readonly string[], seen: Seen): Promise<void> {
  await context.addInitScript(() => {
    const one = window as unknown as { refused: string[] };
    one.refused = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      one.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    seen.ran.push(`a dialog at ${page.url()}`);
    void dialog.dismiss();
  });
  for (const at of pages) {
    const answer = await page.goto(`${url}${at}`, { waitUntil: "load" }).catch(() => null);
    if (!answer || answer.status() >= 500) seen.ran.push(`${at}: ${answer?.status() ?? "no answer"}`);
    await page.waitForTimeout(30);
    const found = await page.evaluate(() => {
      const one = window as unknown as { refused: string[]; ran?: number };
      const stores = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
      for (const details of document.querySelectorAll("details")) details.open = true;
      return { ran: one.ran, refused: one.refused, stores, text: document.body.textContent ?? "", at: location.href };
    });
    seen.pages += 1;
    if (found.ran !== undefined) seen.ran.push(at);
    for (const words of found.refused) seen.refused.push(`${at}: ${words}`);
    if (
      corpus.some(
        (one) =>
          one.length > 8 &&
          (found.stores.includes(JSON.stringify(one).slice(1, -1)) || found.at.includes(encodeURIComponent(one))),
      )
    )
      seen.kept.push(at);
    if (/ran ?= ?1|drop table|pg_sleep/.test(found.text)) seen.shown += 1;
  }
  await page.close();
}
