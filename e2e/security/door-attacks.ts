import { type Attack, everybody, of } from "./attack";

const auth = "app/(auth)/";
const token = "t".repeat(43);
const password = "lantern-orbit-velvet-93";
const named = { id: "a2V5", rawId: "a2V5", type: "public-key" };
const passkeyEntry = JSON.stringify({
  ...named,
  response: { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA" },
});

/** Forms of the doors, which nobody has to be signed in for; a few ask for a session of some kind. */
export const doorAttacks: Record<string, Attack> = {
  [`${auth}forgotten-password/actions.ts#requestReset`]: of(() => ({ email: "nobody@nowhere.example" })),
  [`${auth}invitation/[token]/actions.ts#accept`]: of(() => ({ token, password })),
  [`${auth}letters/off/[token]/actions.ts#stop`]: of(() => ({ token })),
  [`${auth}new-address/[token]/actions.ts#confirm`]: of(() => ({ token, password })),
  [`${auth}reset-password/[token]/actions.ts#reset`]: of(() => ({ token, password })),
  [`${auth}second-factor/actions.ts#confirm`]: of(() => ({ code: "000000" }), everybody),
  [`${auth}setup/actions.ts#exploreSample`]: of(() => ({ token, sure: "yes" })),
  [`${auth}setup/actions.ts#setUpPractice`]: of(() => ({
    ...{ token, practiceName: "Mine", country: "GB", zone: "Europe/London", name: "Eve" },
    ...{ email: "eve@nowhere.example", password },
  })),
  [`${auth}locked/actions.ts#open`]: of(() => ({ proof: password })),
  [`${auth}locked/actions.ts#askPasskey`]: of(() => ({})),
  [`${auth}locked/actions.ts#openByPasskey`]: of(() => ({ answer: passkeyEntry })),
  [`${auth}sign-in/changed/actions.ts#goOn`]: of(() => ({ upTo: "2026-01-01T00:00:00Z" }), everybody),
  [`${auth}sign-in/link/actions.ts#askForLink`]: of(() => ({ email: "nobody@nowhere.example" })),
  [`${auth}sign-in/link/[token]/actions.ts#enter`]: of(() => ({ token })),
  [`${auth}sign-in/with-a-code/actions.ts#redeem`]: of(() => ({ code: "0000-0000-0000-0000", password })),
  [`${auth}sign-in/actions.ts#askPasskey`]: of(() => ({})),
  [`${auth}sign-in/actions.ts#enterByPasskey`]: of(() => ({ answer: passkeyEntry })),
  [`${auth}sign-in/actions.ts#enterSample`]: of((ids) => ({ accountId: ids.account })),
  [`${auth}sign-in/actions.ts#signIn`]: of(() => ({ email: "nobody@nowhere.example", password })),
  [`${auth}sign-in/code/actions.ts#sendCode`]: of(() => ({ code: "000000" })),
};
