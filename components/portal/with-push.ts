"use client";

import { useSyncExternalStore } from "react";
import type { FormState } from "@/lib/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const never = () => () => undefined;

/** Whether this browser can be told something while no page is open. */
export const useCanPush = (): boolean =>
  useSyncExternalStore(
    never,
    () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window,
    () => false,
  );

const no = (message: string): FormState => ({ status: "refused", message });

/** How long the worker of this browser is waited for, in milliseconds. */
const patience = 10_000;

async function worker(): Promise<ServiceWorkerRegistration> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("late")), patience);
  });
  return Promise.race([navigator.serviceWorker.ready, late]);
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

const textOf = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** Asks the browser, then tells Nearer. What Nearer refuses, the browser gives up again. */
export const turningOn =
  (action: FormAction, serverKey: string): FormAction =>
  async (previous, form) => {
    if ((await Notification.requestPermission()) !== "granted")
      return no("This browser was told not to show notes from Nearer. Its settings can change that.");
    const subscribed = await worker()
      .then((ready) => ready.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(serverKey) }))
      .catch(() => undefined);
    if (!subscribed) return no("This browser could not turn it on. Nothing was changed.");
    form.set("address", subscribed.endpoint);
    form.set("publicKey", textOf(subscribed.getKey("p256dh")));
    form.set("secret", textOf(subscribed.getKey("auth")));
    const answer = await action(previous, form);
    if (answer.status !== "done") await subscribed.unsubscribe().catch(() => false);
    return answer;
  };

/** Nearer first, so that nothing is sent any more; then the browser, if it is this one. */
export const turningOff =
  (action: FormAction, isHere: boolean): FormAction =>
  async (previous, form) => {
    const answer = await action(previous, form);
    if (answer.status !== "done" || !isHere) return answer;
    const ready = await navigator.serviceWorker.getRegistration("/portal").catch(() => undefined);
    await ready?.pushManager
      .getSubscription()
      .then((one) => one?.unsubscribe())
      .catch(() => false);
    return answer;
  };
