import { mintToken, tokenHash } from "@/db/commands/identity/one-time-token";
import { addressSafety } from "@/db/schema/address-safety";
import { client, consent } from "@/db/schema/clients";
import { account, oneTimeLink } from "@/db/schema/identity";
import { enrolment, enrolmentDecision, enrolmentDecisionReason, enrolmentDecisionWords } from "@/db/schema/protocol";
import { consentText } from "@/lib/identity/consent-text";
import { invitationEnds } from "@/lib/identity/link-life";
import { rulesOf } from "@/lib/protocol/decision";
import { addDays } from "@/lib/time/local-date";
import { addressOf, couples } from "./personas";
import { noteAudit, noteLastActivity, type Seed, sealedWords, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";
import { decisionWords } from "./words/clinical";

/** When this person was enrolled: some days before the start, at the end of a first session. */
const enrolledAt = ({ at, startDate, person, now }: Story): Date =>
  at(addDays(startDate, person.hasAccepted === false ? -14 : -9), 11, 50) ?? now;

/** Account, client, enrolment, invitation and consent, as if they had been made in the weeks before. */
export function writeEnrolment(
  seed: Seed,
  story: Story,
  recordNumber: number,
  passwordHash: string,
  versionId: string,
) {
  const { person, clientId, therapist, zone, startDate, id, at } = story;
  const accountId = story.client.id ?? "";
  const createdAt = enrolledAt(story);
  const acceptedAt = person.hasAccepted === false ? null : at(addDays(startDate, -7), 20, 15);
  write(seed, account, {
    id: accountId,
    role: "client",
    email: addressOf(person.name),
    name: person.name,
    zone,
    passwordHash: acceptedAt ? passwordHash : null,
    passwordChangedAt: acceptedAt,
    createdAt: person.knownFor ? new Date(story.now.getTime() - person.knownFor * 86_400_000) : createdAt,
  });
  write(seed, client, {
    id: clientId,
    accountId,
    therapistId: therapist.id ?? "",
    recordNumber,
    pronouns: person.pronouns,
    partnerName: person.partner,
    zone,
    createdBy: therapist.id ?? "",
    createdAt,
  });
  // Whoever has not come yet was not asked yet either: their invitation is handed over.
  if (acceptedAt) {
    write(seed, addressSafety, {
      id: id("address"),
      accountId,
      addressHash: tokenHash(addressOf(person.name).toLowerCase()),
      answer: "safe",
      saidTo: therapist.id ?? "",
      saidAt: createdAt,
    });
    noteAudit(seed, { at: createdAt, by: therapist, action: "letters.address-safe", id: id("address"), clientId });
  }
  write(seed, enrolment, {
    id: story.enrolmentId,
    clientId,
    protocolVersionId: versionId,
    startDate,
    begunOn: acceptedAt ? startDate : null,
    createdBy: therapist.id ?? "",
    createdAt,
  });
  noteAudit(seed, { at: createdAt, by: therapist, action: "clients.enrolled", id: clientId, clientId });
  write(seed, oneTimeLink, {
    id: id("invitation"),
    accountId,
    purpose: "invitation",
    tokenHash: tokenHash(mintToken()),
    createdBy: therapist.id,
    createdAt,
    endsAt: invitationEnds(createdAt),
    usedAt: acceptedAt,
  });
  noteAudit(seed, { at: createdAt, by: therapist, action: "identity.invited", id: accountId });
  if (acceptedAt) writeConsent(seed, story, acceptedAt);
  writeDecisions(seed, story);
}

function writeConsent(seed: Seed, { clientId, client: by, id }: Story, decidedAt: Date): void {
  const consentId = id("consent");
  const { version } = consentText;
  write(seed, consent, { id: consentId, clientId, document: "portal", version, decision: "agreed", decidedAt });
  noteAudit(seed, { at: decidedAt, by, action: "clients.consent-agreed", id: consentId, clientId });
  noteLastActivity(seed, clientId, "accepted", decidedAt);
}

function writeDecisions(seed: Seed, { person, decisions, enrolmentId, therapist, clientId }: Story): void {
  decisions.forEach(({ id, effectiveOn, change, madeAt }, i) => {
    const planned = person.decisions?.[i];
    if (!planned) return;
    const { reason, words } = decisionWords[planned.words];
    write(seed, enrolmentDecision, {
      id,
      enrolmentId,
      effectiveOn,
      change,
      reasonSealed: sealedWords(enrolmentDecisionReason, reason, id),
      wordsSealed: rulesOf(change).isRead ? sealedWords(enrolmentDecisionWords, words, id) : null,
      decidedBy: therapist.id ?? "",
      decidedAt: madeAt,
      ...(change.kind === "own-steps" ? forBoth(person.name, i) : {}),
    });
    noteAudit(seed, {
      at: madeAt,
      by: therapist,
      action: `protocol.${change.kind}`,
      id,
      clientId,
    });
  });
}

/** Own steps of two who are linked are one decision on two paths: without the mark an undo would reach one of them. */
function forBoth(name: string, place: number): { coupleId?: string; togetherId?: string } {
  const pair = couples.find((two) => two.includes(name));
  return pair ? { coupleId: idOf("couple", ...pair), togetherId: idOf(pair[0], "decision", place) } : {};
}
