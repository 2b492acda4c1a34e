import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { findOffer } from "@/db/queries/shipped/offers";
import type { StaffActor } from "@/lib/actor";
import type { AuditAction } from "@/lib/audit/actions";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { proposalKeys } from "@/lib/safety/proposals";
import type { ContentOf, ShippedKind } from "@/lib/shipped/kinds";
import type { Offer } from "@/lib/shipped/offer";
import type { TakingForm } from "@/lib/shipped/taking-form";
import { recordAudit } from "../../audit";
import { practice } from "../../schema/identity";
import { shippedTaken } from "../../schema/shipped";
import type { Scope } from "../../scope";
import { setLimits } from "../clients/set-limits";
import { takeShippedReading } from "../learn/edit-reading";
import { setProposalText } from "../safety/propose";
import { addMergedDraft, addShippedProtocol, putInstrument } from "./put-version";

const told: Record<TakingForm["way"], AuditAction> = {
  take: "shipped.taken",
  merge: "shipped.merged",
  keep: "shipped.kept",
};

/**
 * What the owner does with something that is offered. Taking makes a new version and changes none that is there; keeping
 * leaves the practice's own words in use. Sent twice, it is done once. Answers the version that came of it, where there is one.
 */
export async function takeShipped(scope: Scope<StaffActor>, { kind, key, version, way }: TakingForm): Promise<Made> {
  const { actor, tx, now } = scope;
  authorize(actor, "practice.settings");
  const mine = eq(practice.practiceId, actor.practiceId);
  await tx.select({ id: practice.practiceId }).from(practice).where(mine).for("no key update");
  const found = await findOffer(scope, kind, key);
  if (!found) throw new NotFound();
  const { shipped, base, offer } = found;
  if (!offer) return {};
  if (version !== offer.version) throw new Refused("There is a newer version by now. Open the page again.");
  const refusal = whyNot(offer, way);
  if (refusal) throw new Refused(refusal);
  const made: Made =
    way === "keep"
      ? {}
      : way === "merge"
        ? await addMergedDraft(scope, base as ContentOf["protocol"], shipped.content as ContentOf["protocol"])
        : await put[kind](scope, { key, version, content: shipped.content, hasOwn: offer.hasOwn });
  const id = randomUUID();
  await tx.insert(shippedTaken).values({
    ...{ practiceId: actor.practiceId, id, kind, key, version, way, ...made },
    ...{ content: shipped.content, takenBy: actor.accountId, takenAt: now },
  });
  await recordAudit(scope, told[way], { id });
  return made;
}

function whyNot({ blocked, edits, merge }: Offer, way: TakingForm["way"]): string | null {
  if (way === "keep") return edits.length > 0 ? null : "There are no words of your own to keep.";
  if (way === "merge") return merge === "possible" ? null : (merge ?? "There is nothing to put the changes into.");
  return blocked;
}

type Made = { protocolVersionId?: string; instrumentVersionId?: string };
type Given = { key: string; version: number; content: unknown; hasOwn: boolean };
type Put = (scope: Scope<StaffActor>, given: Given) => Promise<Made>;

/** What taking does in the rows of each kind. Words of the practice's own stay where they were written, as history. */
const put: Record<ShippedKind, Put> = {
  protocol: (scope, { version, content }) => addShippedProtocol(scope, version, content as ContentOf["protocol"]),
  instrument: (scope, { content }) => putInstrument(scope, content as ContentOf["instrument"]),
  reading: async (scope, { key, hasOwn }) => {
    if (hasOwn) await takeShippedReading(scope, key);
    return {};
  },
  "panel-text": async (scope, { key, hasOwn }) => {
    const text = proposalKeys.find((one) => one === key);
    if (hasOwn && text) await setProposalText(scope, { key: text, text: null });
    return {};
  },
  // Whoever agreed named a version of these words: new ones are the practice's next version.
  limits: async (scope, { content }) => {
    await setLimits(scope, content as ContentOf["limits"]);
    return {};
  },
};
