"use client";

import { useSyncExternalStore } from "react";
import type { FormState } from "@/lib/form-state";
import { ownerField } from "@/lib/typed-form";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type Ceremony = (asked: string) => Promise<unknown>;

const never = () => () => undefined;

/** Whether this browser can use passkeys of that host here: they are bound to the name in the address. */
export const useCanPasskey = (host: string | undefined): boolean =>
  useSyncExternalStore(
    never,
    () => host !== undefined && location.hostname === host && "PublicKeyCredential" in window,
    () => false,
  );

/** Loaded when somebody asks for it. */
const browser = () => import("@simplewebauthn/browser");

export const makePasskey: Ceremony = async (asked) =>
  (await browser()).startRegistration({ optionsJSON: JSON.parse(asked) });

export const answerWithPasskey: Ceremony = async (asked) =>
  (await browser()).startAuthentication({ optionsJSON: JSON.parse(asked) });

/** Two forms as one: what the first answers is put to the device, and the device's answer is the second. */
export const throughDevice =
  (ask: FormAction, ceremony: Ceremony, send: FormAction): FormAction =>
  async (previous, form) => {
    const first = await ask(previous, form);
    const asked = first.shown?.asked;
    if (first.status !== "done" || typeof asked !== "string") return first;
    const answer = await ceremony(asked).catch(() => undefined);
    if (!answer) return { status: "refused", message: "Nothing was changed: the device did not go on with it." };
    // The same form goes on, so that it says whose page it is; what it asked for has been shown.
    for (const name of [...form.keys()]) if (name !== ownerField) form.delete(name);
    form.set("answer", JSON.stringify(answer));
    return send(previous, form);
  };
