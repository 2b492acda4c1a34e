import type { Page } from "@playwright/test";

/** The names of what waits on this device, sealed: whose, at which place. */
export const sealedOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "nearer-words")) return [];
    const open = indexedDB.open("nearer-words");
    await new Promise((resolve) => Object.assign(open, { onsuccess: resolve }));
    const all = open.result.transaction("words").objectStore("words").getAllKeys();
    await new Promise((resolve) => Object.assign(all, { onsuccess: resolve }));
    open.result.close();
    return all.result.map(String);
  });

/** Everything that a script finds in this browser's stores, each value and each byte of it, as text. */
export const storedOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = async <T>(request: IDBRequest<T>): Promise<T> => {
      await new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject }));
      return request.result;
    };
    const textOf = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value instanceof ArrayBuffer ? value : value.buffer);
        return ["utf-8", "utf-16le"].map((code) => new TextDecoder(code).decode(bytes)).join(" ");
      }
      if (typeof value !== "object" || value === null) return String(value);
      return Object.entries(value)
        .map(([name, one]) => `${name}=${textOf(one)}`)
        .join(" ");
    };
    const found = [document.cookie, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ""));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        found.push(String(await asked(rows.getAllKeys())), textOf(await asked(rows.getAll())));
      }
      database.close();
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        found.push(request.url, (await (await caches.match(request))?.text()) ?? "");
    return found.join("\n");
  });
