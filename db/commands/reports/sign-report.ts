import { createHash } from "node:crypto";
import { getReport } from "@/db/queries/reports/reports";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { recordAudit } from "../../audit";
import { reportSignature, reportSignatureDocument } from "../../schema/reports";
import type { Scope } from "../../scope";

type Signing = { id: string; clientId: string; reportId: string; document: Buffer };

/**
 * Signs a report: its bytes are kept sealed, with their digest, who and when, and are given out from then on as they are. A
 * report is signed once, whoever asks again. The caller has drawn the document for the same client and report.
 */
export async function signReport(
  scope: Scope<StaffActor>,
  { id, clientId, reportId, document }: Signing,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const found = await getReport(scope, { clientId, reportId }, "answer");
  if (found.signature) return;
  if (found.isPutAway) throw new Refused("This report was put away. Prepare it anew.");
  const added = await tx
    .insert(reportSignature)
    .values({
      ...{ practiceId, id, reportId, bytes: document.length, signedBy: actor.accountId, signedAt: now },
      documentSealed: reportSignatureDocument.seal(document.toString("base64"), { practiceId, id }),
      digest: createHash("sha256").update(document).digest("hex"),
    })
    .onConflictDoNothing()
    .returning({ id: reportSignature.id });
  if (added.length > 0) await recordAudit(scope, "reports.signed", { id: reportId, clientId });
}
