/// <reference lib="webworker" />
import { offlineAddress } from "@/lib/identity/offline-address";
import { beginAnew, endWorker, hasEnded } from "./ended";

export const staticCache = "nearer-static";
const pageCache = "nearer-offline-";
const freshFor = 3_600_000;

/** The one page that is kept. It names nobody, and holds numbers and own steps that are no secret. */
export const offlinePage = (): Promise<Response | undefined> => caches.match(offlineAddress);

/**
 * What a page of this person needs without a network: the page above and the scripts that are open. The numbers are of a
 * person's country, so a page kept for somebody else goes first.
 */
export async function keepForLater({ keep: mark, loaded }: { keep: string; loaded: readonly string[] }): Promise<void> {
  const own = pageCache + mark;
  for (const name of await caches.keys()) if (name.startsWith(pageCache) && name !== own) await caches.delete(name);
  const kept = await caches.match(offlineAddress);
  if (kept && isFresh(kept)) return keepScripts(loaded);
  const page = await fetch(offlineAddress, { cache: "no-store", redirect: "manual" }).catch(() => undefined);
  // Nobody is signed in any more: there is nobody to keep anything for.
  if (page?.type === "opaqueredirect") return endWorker();
  if (!page?.ok) return;
  beginAnew();
  const named = [...(await page.clone().text()).matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g)].map(([at]) => at);
  const needed = [...named, ...loaded.map((address) => new URL(address).pathname)];
  await keepScripts(needed);
  await keepOnly(needed);
  if (!hasEnded()) await (await caches.open(own)).put(offlineAddress, page);
  if (hasEnded()) await caches.delete(own);
}

/** By the device's clock; a page from the future was kept before somebody set it back. */
function isFresh(page: Response): boolean {
  const age = Date.now() - Date.parse(page.headers.get("date") ?? "");
  return age >= 0 && age < freshFor;
}

async function keepScripts(addresses: readonly string[]): Promise<void> {
  if (hasEnded()) return;
  const cache = await caches.open(staticCache);
  await Promise.allSettled(
    [...new Set(addresses)].map(async (address) => {
      if (hasEnded() || (await cache.match(address))) return;
      const script = await fetch(address);
      if (script.ok && !hasEnded()) await cache.put(address, script);
    }),
  );
  if (hasEnded()) await caches.delete(staticCache);
}

/** What an earlier build of Nearer left goes. What a page still asks for is kept again. */
async function keepOnly(addresses: readonly string[]): Promise<void> {
  if (hasEnded()) return;
  const cache = await caches.open(staticCache);
  for (const { url } of await cache.keys()) if (!addresses.includes(new URL(url).pathname)) await cache.delete(url);
}
