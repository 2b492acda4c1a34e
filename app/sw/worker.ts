/// <reference lib="webworker" />
import { CacheFirst, NavigationRoute, Route, Serwist } from "serwist";
import { offlineAddress } from "@/lib/identity/offline-address";
import { endWorker, hasEnded } from "./ended";
import { keepForLater, offlinePage, staticCache } from "./kept";
import { onNotificationClick, onPush } from "./push";

declare const self: ServiceWorkerGlobalScope;

const serwist = new Serwist({ skipWaiting: true, clientsClaim: true, navigationPreload: true, disableDevLogs: true });

/** A page comes from the network, always, and is never kept: where there is none, the one that tells nothing stands in. */
serwist.registerRoute(
  new NavigationRoute(async ({ event, request }) => {
    try {
      const answer: Response = (await (event as FetchEvent).preloadResponse) ?? (await fetch(request));
      // Whose sign-in is over still reaches the numbers.
      const isAway = answer.type === "opaqueredirect" && new URL(request.url).pathname === offlineAddress;
      return (isAway && (await offlinePage())) || answer;
    } catch {
      return (await offlinePage()) ?? Response.error();
    }
  }),
);

/** Scripts and styles carry their content in their name, and are the same for everybody. */
serwist.registerRoute(
  new Route(
    ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith("/_next/static/") && !hasEnded(),
    new CacheFirst({
      cacheName: staticCache,
      plugins: [{ cacheWillUpdate: async ({ response }) => (hasEnded() || response.status !== 200 ? null : response) }],
    }),
  ),
);

serwist.addEventListeners();

self.addEventListener("push", onPush);
self.addEventListener("notificationclick", onNotificationClick);

self.addEventListener("message", (event) => {
  const said: unknown = event.data;
  if (said === "end") event.waitUntil(endWorker());
  if (isKeep(said)) event.waitUntil(keepForLater(said));
});

const isKeep = (said: unknown): said is { keep: string; loaded: string[] } =>
  typeof said === "object" && said !== null && "keep" in said;
