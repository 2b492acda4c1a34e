import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { currentLimits, limitsDraftOf } from "@/db/queries/clients/consent";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import type { AgreementDraftForm, PublishAgreementForm } from "@/lib/identity/consent-forms";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { confidentialityLimits, limitsDraft } from "../../schema/clients";
import type { Scope } from "../../scope";

/** One at a time in a practice, so that no version is written over another one. */
async function lockAgreement({ actor, tx }: Scope<StaffActor>): Promise<void> {
  authorize(actor, "practice.settings");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actor.practiceId}, 13))`);
}

type Words = { words: string; additions?: string | null; asksAgain?: boolean };

/** The next version of the practice's own words. Earlier ones stay: somebody agreed to them. Without `additions` those that hold stay. */
export async function setLimits(
  scope: Scope<StaffActor>,
  { words, additions, asksAgain = false }: Words,
): Promise<void> {
  const { actor, tx, now } = scope;
  await lockAgreement(scope);
  const current = await currentLimits(scope);
  const added = additions === undefined ? current.additions : additions;
  if (current.words === words && current.additions === added && !asksAgain) return;
  const id = randomUUID();
  await tx.insert(confidentialityLimits).values({
    ...{ practiceId: actor.practiceId, id, version: current.version + 1, words, additions: added, asksAgain },
    ...{ setBy: actor.accountId, setAt: afterAll(current.setAt ? [current.setAt] : [], now) },
  });
  await recordAudit(scope, "clients.limits-set", { id });
}

/** What the next version is to say. It holds for nobody before it is published, and takes nobody else’s draft away unseen. */
export async function saveLimitsDraft(
  scope: Scope<StaffActor>,
  { seen, words, additions }: AgreementDraftForm,
): Promise<void> {
  await lockAgreement(scope);
  const draft = await limitsDraftOf(scope);
  if (seen !== (draft?.id ?? "none"))
    throw new Refused(
      "Somebody saved or published something else meanwhile. Load the page again; your words stay in their fields until then.",
    );
  await keepDraft(scope, { words, additions }, draft?.savedAt);
}

/** The draft that was looked at becomes the next version, which never changes again. */
export async function publishLimits(
  scope: Scope<StaffActor>,
  { draftId, asksAgain }: PublishAgreementForm,
): Promise<void> {
  await lockAgreement(scope);
  const draft = await limitsDraftOf(scope);
  if (draft?.id !== draftId)
    throw new Refused("This draft is not the newest one any more. Look at what stands there now, and publish that.");
  await setLimits(scope, { words: draft.words, additions: draft.additions, asksAgain: asksAgain === "yes" });
  await keepDraft(scope, { words: null, additions: null }, draft.savedAt);
}

export async function dropLimitsDraft(scope: Scope<StaffActor>, { draftId }: { draftId: string }): Promise<void> {
  await lockAgreement(scope);
  const draft = await limitsDraftOf(scope);
  if (draft?.id !== draftId) throw new NotFound();
  await keepDraft(scope, { words: null, additions: null }, draft.savedAt);
}

async function keepDraft(
  scope: Scope<StaffActor>,
  draft: { words: string | null; additions: string | null },
  before: Date | undefined,
): Promise<void> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  await tx.insert(limitsDraft).values({
    ...{ practiceId: actor.practiceId, id, ...draft, savedBy: actor.accountId },
    savedAt: afterAll(before ? [before] : [], now),
  });
  await recordAudit(scope, "clients.limits-drafted", { id });
}
