/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

let isOver = false;

/** Somebody left or signed out: from then on nothing is kept, also not what was on its way. */
export const hasEnded = (): boolean => isOver;

/** Told by a page that is about to be gone, so all of it happens here. */
export async function endWorker(): Promise<void> {
  isOver = true;
  const names = await caches.keys();
  const notes = self.registration.pushManager?.getSubscription().then((one) => one?.unsubscribe());
  await Promise.allSettled([notes, self.registration.unregister(), ...names.map((name) => caches.delete(name))]);
}

/** A browser may take up again a worker that it had not put away yet. It begins anew only once the server knows the person. */
export function beginAnew(): void {
  isOver = false;
}
