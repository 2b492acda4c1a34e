import type { ConsentDecision } from "@/db/queries/clients/consent";

/** What the client said last to the consent text, and to which version of it and of the limits of confidentiality. */
export function agreement(
  { consents: [consent], isAskedAgain }: { consents: readonly ConsentDecision[]; isAskedAgain: boolean },
  moment: (at: Date) => string,
): string {
  if (!consent) return "Not given yet";
  const { decision, version, limitsVersion, decidedAt } = consent;
  if (decision === "withdrawn")
    return `Taken back ${moment(decidedAt)}. The portal is closed; talk about what happens next`;
  const limits = limitsVersion === null ? "" : `, limits of confidentiality version ${limitsVersion}`;
  const again = isAskedAgain ? ". The words have changed since: asked again at the next visit" : "";
  return `Given ${moment(decidedAt)}, version ${version}${limits}${again}`;
}
