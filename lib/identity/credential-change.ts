import { plural } from "@/lib/plural";

/** Which kind of device, such as "Firefox on Windows", and how many browsers on it. */
export type NewDevice = { device: string | null; times: number };

/** What can change about how somebody signs in, and what they read of it after the day. `by` names who did it. */
export const credentialChanges = {
  "password-changed": () => "Your password was changed from your account page.",
  "password-reset": () => "Your password was changed with a link from a letter.",
  "password-link-made": (by: string) => `${by} made a link for a new password of yours.`,
  "password-by-link": () => "Your password was changed with a link that was made for you.",
  "code-made": (by: string) => `${by} made a code for a new password of yours, and every sign-in ended.`,
  "password-by-code": () => "Your password was changed with a code that was made for you.",
  "address-changed": (by: string) => `${by} asked for another address to sign in with, and it was confirmed.`,
  "factor-added": () => "A second step was turned on.",
  "factor-removed": () => "Your second step was turned off.",
  "factor-locked": () =>
    "There were a hundred wrong codes in a row, so the codes of your app are locked. A recovery code opens them again.",
  "factor-unlocked": () => "A recovery code was used, and the codes of your app open Nearer again.",
  "factor-reset": (by: string) => `${by} took your second step away, and every sign-in ended.`,
  "role-changed": (by: string) => `${by} gave you another role, and every sign-in ended.`,
  "owner-added": (by: string) => `${by} made a colleague an owner of the practice.`,
  "access-restored": (by: string) => `${by} gave you access again.`,
  "access-withdrawn": (by: string) => `${by} took your access away, and every sign-in ended.`,
  "supervision-started": (by: string) => `${by} named somebody who supervises you, and reads your clients’ records.`,
  "supervision-ended": (by: string) => `${by} ended a supervision of yours.`,
  "new-device": (_by: string, { device, times }: NewDevice) =>
    plural(
      times,
      `There was a sign-in from a browser that had not signed in before${on(device)}.`,
      `There were ${times} sign-ins from browsers that had not signed in before${on(device)}.`,
    ),
  "passkey-added": () => "A passkey was added: whoever can unlock that device can open Nearer.",
  "passkey-removed": () => "A passkey was taken away.",
  "codes-renewed": () => "New recovery codes were made, and the earlier ones stopped working.",
} as const satisfies Record<string, (by: string, device: NewDevice) => string>;

export type CredentialChange = keyof typeof credentialChanges;

const on = (device: string | null) => (device ? `: ${device}` : "");

/** Without a name it was done at the machine that Nearer runs on. */
export const credentialSentence = (kind: CredentialChange, by: string | null, device: NewDevice): string =>
  credentialChanges[kind](by ?? "Somebody at the computer of Nearer", device);
