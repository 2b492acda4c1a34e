import { type Attack, of, practice, staff } from "./attack";

const at = `${practice}account/prove/actions.ts#`;
const named = { id: "a2V5", rawId: "a2V5", type: "public-key" };
const answer = JSON.stringify({
  ...named,
  response: { clientDataJSON: "e30", authenticatorData: "e30", signature: "oA" },
});

/** Showing once more who one is: whoever is in staff tries it for themself, and nobody else has the page. */
export const proofAttacks: Record<string, Attack> = {
  [`${at}askPasskey`]: of(() => ({}), staff),
  [`${at}proveByPasskey`]: of(() => ({ answer }), staff),
  [`${at}proveByPassword`]: of(() => ({ password: "lantern-orbit-velvet-93" }), staff),
};
