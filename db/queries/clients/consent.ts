import { and, desc, eq } from "drizzle-orm";
import { confidentialityLimits, consent, limitsDraft } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { type Limits, shippedLimits } from "@/lib/identity/consent-text";
import { LIMITS } from "@/lib/shipped/shipped-content";
import { takenWords } from "../shipped/taken-words";

export type LimitsInForce = Limits & { setAt: Date | null };

/** The practice's own words in the agreement, or those that ship as it took them. */
export async function currentLimits(scope: Scope): Promise<LimitsInForce> {
  const { actor, tx } = scope;
  const [row] = await tx
    .select({
      version: confidentialityLimits.version,
      words: confidentialityLimits.words,
      additions: confidentialityLimits.additions,
      setAt: confidentialityLimits.setAt,
    })
    .from(confidentialityLimits)
    .where(eq(confidentialityLimits.practiceId, actor.practiceId))
    .orderBy(desc(confidentialityLimits.version))
    .limit(1);
  if (row) return row;
  const { words } = (await takenWords(scope, "limits")).get(LIMITS) ?? { words: shippedLimits };
  return { version: 0, words, additions: null, setAt: null };
}

export type LimitsDraft = { id: string; words: string; additions: string | null; savedAt: Date };

/** What is written for the next version and neither published nor dropped; null where nothing is. */
export async function limitsDraftOf({ actor, tx }: Scope): Promise<LimitsDraft | null> {
  const { id, words, additions, savedAt } = limitsDraft;
  const [row] = await tx
    .select({ id, words, additions, savedAt })
    .from(limitsDraft)
    .where(eq(limitsDraft.practiceId, actor.practiceId))
    .orderBy(desc(savedAt))
    .limit(1);
  return row && row.words !== null ? { ...row, words: row.words } : null;
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
