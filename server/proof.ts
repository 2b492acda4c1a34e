import "server-only";
import type { OwnScope } from "@/db/commands/identity/prove-identity";
import { stepUp } from "@/db/commands/identity/step-up";
import { isFreshlyProved } from "@/db/queries/identity/fresh-proof";
import { proofField, provedWords } from "@/lib/identity/proof-rule";
import { env } from "./env";

type Missing = { refused: { message: string; fields?: Readonly<Record<string, string>> }; needsProof: true };

/**
 * What a form is answered whose sender has to show once more who they are; nothing where they did. The same form, sent again
 * with the password, goes through.
 */
export async function missingProof(scope: OwnScope, typed: FormDataEntryValue | null): Promise<Missing | undefined> {
  if (await isFreshlyProved(scope)) return undefined;
  if (typeof typed !== "string" || typed === "") return { refused: { message: provedWords.asked }, needsProof: true };
  const proof = await stepUp(scope, typed.slice(0, 512), env().NEXTAUTH_SECRET);
  if (!("problem" in proof)) return undefined;
  return { refused: { message: provedWords.refused, fields: { [proofField]: proof.problem } }, needsProof: true };
}
