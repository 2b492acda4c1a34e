import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { gateHistory, gateOf } from "@/db/queries/safety/safety-gate";
import { ownProposalTexts, proposalsAt } from "@/db/queries/safety/safety-proposals";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { proposalUseForm } from "@/lib/safety/proposal-form";
import type { ProposalKey, ProposalText } from "@/lib/safety/proposals";
import { recordAudit } from "../../audit";
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
