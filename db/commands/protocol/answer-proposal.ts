import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { wordsUpTo } from "@/lib/written-words";
import { recordAudit } from "../../audit";
import { proposalAnswerEvidence, proposalAnswerNote, protocolProposalAnswer } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { lockPath } from "./lock-path";

export const proposalAnswerForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  kind: z.enum(["go-gentler", "next-phase"]),
  about: z.string().regex(/^[a-z0-9-]{1,60}$/),
  answer: z.enum(["accepted", "dismissed"]),
  /** What the product had seen, as the clinician read it. */
  evidence: z.string().trim().min(1).max(600),
  note: wordsUpTo("pathReason", "Write a few words about why."),
});

/** What a clinician said to a proposal, and why. The path stays as it is: changing it is a decision of its own. */
export async function answerProposal(
  scope: Scope<StaffActor>,
  { id, clientId, kind, about, answer, evidence, note }: z.infer<typeof proposalAnswerForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const { path, today } = await lockPath(scope, clientId);
  const row = { practiceId, id };
  const added = await tx
    .insert(protocolProposalAnswer)
    .values({
      ...row,
      enrolmentId: path.id,
      kind,
      about,
      answer,
      answeredOn: today,
      evidenceSealed: proposalAnswerEvidence.seal(evidence, row),
      noteSealed: proposalAnswerNote.seal(note, row),
      answeredBy: actor.accountId,
      answeredAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: protocolProposalAnswer.id });
  if (added.length === 0) return;
  await recordAudit(scope, `protocol.proposal-${answer}`, { id, clientId });
}
