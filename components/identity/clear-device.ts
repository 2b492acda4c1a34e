import { wordsDatabase } from "@/components/drafts/words-database";

/** One thing that a browser may have switched off: then even naming it throws, and nothing was kept there. */
function tried(one: () => unknown): void {
  try {
    const answer = one();
    if (answer instanceof Promise) answer.catch(() => undefined);
  } catch {
    // The rest goes on.
  }
}

/** Everything that pages of this site may have kept in this browser, and nothing of any other site. */
export function clearDevice(): void {
  tried(() => dispatchEvent(new Event("nearer-cleared")));
  tried(() => sessionStorage.clear());
  tried(() => localStorage.clear());
  // By its name too: some browsers do not say which there are.
  tried(() => indexedDB.deleteDatabase(wordsDatabase));
  tried(() =>
    indexedDB.databases().then((all) => {
      for (const { name } of all) if (name) indexedDB.deleteDatabase(name);
    }),
  );
  // Told first: a worker that hears it ends by itself, also where this page is gone before its own steps are done.
  tried(() => navigator.serviceWorker.controller?.postMessage("end"));
  tried(() => caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
  tried(endWorkers);
}

/** Whatever was kept for when there is no network, and who kept it. */
export async function endWorkers(): Promise<void> {
  const all = await navigator.serviceWorker.getRegistrations();
  for (const { active } of all) active?.postMessage("end");
  await Promise.all(all.map((one) => one.unregister()));
}
