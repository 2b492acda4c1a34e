import { and, desc, eq } from "drizzle-orm";
import { confidentialityLimits, consent } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { type Limits, shippedLimits } from "@/lib/identity/consent-text";
import { LIMITS } from "@/lib/shipped/shipped-content";
import { takenWords } from "../shipped/taken-words";

/** The practice's own words about the limits of confidentiality, or those that ship as it took them. */
export async function currentLimits(scope: Scope): Promise<Limits & { setAt: Date | null }> {
  const { actor, tx } = scope;
  const [row] = await tx
    .select({
      version: confidentialityLimits.version,
      words: confidentialityLimits.words,
      setAt: confidentialityLimits.setAt,
    })
    .from(confidentialityLimits)
    .where(eq(confidentialityLimits.practiceId, actor.practiceId))
    .orderBy(desc(confidentialityLimits.version))
    .limit(1);
  if (row) return row;
  const { words } = (await takenWords(scope, "limits")).get(LIMITS) ?? { words: shippedLimits };
  return { version: 0, words, setAt: null };
}

export type ConsentDecision = {
  decision: "agreed" | "withdrawn";
  version: number;
  limitsVersion: number | null;
  decidedAt: Date;
};

/** What a client decided about the consent text, newest first. The caller has looked the client up in scope. */
export function consentOf({ actor, tx }: Scope, clientId: string): Promise<ConsentDecision[]> {
  return tx
    .select({
      decision: consent.decision,
      version: consent.version,
      limitsVersion: consent.limitsVersion,
      decidedAt: consent.decidedAt,
    })
    .from(consent)
    .where(and(eq(consent.practiceId, actor.practiceId), eq(consent.clientId, clientId)))
    .orderBy(desc(consent.decidedAt))
    .limit(20);
}

export type OwnConsent = { newest: ConsentDecision | null; hasEverAgreed: boolean };

export async function getOwnConsent(scope: Scope<ClientActor>): Promise<OwnConsent> {
  const decisions = await consentOf(scope, scope.actor.clientId);
  return { newest: decisions[0] ?? null, hasEverAgreed: decisions.some(({ decision }) => decision === "agreed") };
}
