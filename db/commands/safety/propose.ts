import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { gateHistory, gateOf } from "@/db/queries/safety/safety-gate";
import { getProposalSettings, ownProposalTexts, proposalsAt } from "@/db/queries/safety/safety-proposals";
import type { StaffActor } from "@/lib/actor";
import { requireSeen } from "@/lib/drafts/standing-words";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { proposalUseForm } from "@/lib/safety/proposal-form";
import { type ProposalKey, type ProposalText, proposalWords } from "@/lib/safety/proposals";
import { recordAudit } from "../../audit";
import { practice } from "../../schema/identity";
import { proposalText, proposalUse, proposalUseNote } from "../../schema/safety-proposal";
import type { Scope } from "../../scope";
import { lockClient } from "./lock-client";

/** The practice's own words for one proposal; null gives those that ship back. */
export async function setProposalText(
  scope: Scope<StaffActor>,
  { key, text }: { key: ProposalKey; text: ProposalText | null },
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "practice.settings");
  const id = randomUUID();
  await tx.insert(proposalText).values({
    ...{ practiceId: actor.practiceId, id, key, setBy: actor.accountId, setAt: now },
    ...{ title: text?.title ?? null, words: text?.words ?? null },
  });
  await recordAudit(scope, "safety.proposal-set", { id });
}

/** The same from a page that showed the words as they were when it was opened: somebody else may have written since. */
export async function writeProposalText(
  scope: Scope<StaffActor>,
  {
    key,
    text,
    ...seen
  }: { key: ProposalKey; text: ProposalText; seen?: string | undefined; instead?: string | undefined },
): Promise<void> {
  authorize(scope.actor, "practice.settings");
  const { actor, tx } = scope;
  await tx
    .select({ id: practice.practiceId })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId))
    .for("no key update");
  const standing = (await getProposalSettings(scope)).find((one) => one.key === key);
  if (standing) requireSeen(proposalWords(standing), proposalWords(text), seen);
  await setProposalText(scope, { key, text });
}

/** That something the panel proposes was offered to this client. It changes no gate and nobody's pages. */
export async function noteOffered(
  scope: Scope<StaffActor>,
  { clientId, key, note }: z.infer<typeof proposalUseForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "safety.handle");
  await lockClient(scope, clientId);
  const history = await gateHistory(scope, clientId);
  const shown = await proposalsAt(scope, clientId, { state: gateOf(history, now).state, history });
  if (!shown.some((one) => one.key === key))
    throw new Refused("The panel does not propose this now. Open the page again.");
  const { practiceId } = actor;
  const id = randomUUID();
  await tx.insert(proposalUse).values({
    ...{ practiceId, id, clientId, key, offeredBy: actor.accountId, offeredAt: now },
    textId: (await ownProposalTexts(scope)).get(key)?.id ?? null,
    noteSealed: proposalUseNote.sealOrNull(note, { practiceId, id }),
  });
  await recordAudit(scope, "safety.proposal-offered", { id, clientId });
}
