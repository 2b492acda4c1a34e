/// <reference lib="webworker" />
import { pushWord } from "@/lib/messages/push-word";
import { hasEnded } from "./ended";

declare const self: ServiceWorkerGlobalScope;

const home = "/portal";

/** Whatever came, one word is shown: a note on a screen tells whoever sees it that it came from Nearer, and nothing else. */
export function onPush(event: PushEvent): void {
  if (!hasEnded()) event.waitUntil(self.registration.showNotification(pushWord, { tag: "nearer" }));
}

/** A page that is open comes to the front; otherwise Today opens, or the door where nobody is signed in. */
export function onNotificationClick(event: NotificationEvent): void {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: "window" }).then(async ([open]) => {
      const shown = await open?.focus().catch(() => undefined);
      return shown ?? self.clients.openWindow(home);
    }),
  );
}
