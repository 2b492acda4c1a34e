import { randomUUID } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { protocolRead } from "@/db/definitions";
import { offeredOf } from "@/db/queries/protocol/offered-versions";
import type { StaffActor } from "@/lib/actor";
import type { EnrolmentForm } from "@/lib/clients/enrolment-form";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { addDays } from "@/lib/time/local-date";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { account, practice } from "../../schema/identity";
import { enrolment, protocolVersion } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { assignDueMeasures } from "../assessments/assign-due-measures";
import { lockAccountRow } from "../identity/person";
import { keepAddressSafety } from "../letters/say-address";
import { openCheck } from "../safety/open-check";
import { setRegion } from "./set-region";

export type Enrolled = { clientId: string; accountId: string };

/**
 * Account, client, enrolment and the protocol's assessments in one piece. Of a partner only a name is kept: nobody is enrolled,
 * linked or written to by another person's form. The same form sent twice enrols once.
 */
export async function enrolClient(
  scope: Scope<StaffActor>,
  form: EnrolmentForm,
  { hasWeeks = true }: { hasWeeks?: boolean } = {},
): Promise<{ person: Enrolled; isNew: boolean }> {
  const { actor } = scope;
  authorize(actor, "clients.enrol");
  if (form.therapistId !== actor.accountId) authorize(actor, "clients.assign-therapist");
  await lockPractice(scope);
  const before = await alreadyEnrolled(scope, form.id);
  if (before) return { person: before, isNew: false };
  await requireTherapist(scope, form.therapistId);
  const person = await addPerson(scope, form, { id: form.id, name: form.name, email: form.email, hasWeeks });
  if (form.addressSafety !== "unknown")
    await keepAddressSafety(scope, { ...person, email: form.email }, form.addressSafety);
  if (form.region)
    await setRegion(scope, { clientId: person.clientId, region: form.region, police: "", ambulance: "" });
  return { person, isNew: true };
}

/** Serialises enrolments of a practice, so that record numbers run without gaps and a doubled form waits for the first. */
async function lockPractice({ actor, tx }: Scope): Promise<void> {
  await tx
    .select({ id: practice.practiceId })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId))
    .for("no key update");
}

/** What this form enrolled before. An id that is another therapist's client is not there, and is not enrolled again. */
async function alreadyEnrolled(scope: Scope<StaffActor>, id: string): Promise<Enrolled | null> {
  const { actor, tx } = scope;
  const [row] = await tx
    .select({
      clientId: client.id,
      accountId: client.accountId,
      isOwn: sql<boolean>`(${visibleClients(scope, "change")})`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, id)));
  if (!row) return null;
  if (!row.isOwn) throw new NotFound();
  return { clientId: row.clientId, accountId: row.accountId };
}

/** Somebody of the staff who can sign in, and cannot lose that before the client is theirs. */
async function requireTherapist(scope: Scope, therapistId: string): Promise<void> {
  const therapist = await lockAccountRow(scope, therapistId);
  if (!therapist?.hasAccess || therapist.role === "client") throw new NotFound();
}

async function addPerson(
  scope: Scope<StaffActor>,
  form: Pick<EnrolmentForm, "zone" | "therapistId" | "pronouns" | "partnerName" | "startDate" | "versionId">,
  who: { id: string; name: string; email: string; hasWeeks: boolean },
): Promise<Enrolled> {
  const { actor, tx, now } = scope;
  const accountId = randomUUID();
  const added = await tx
    .insert(account)
    .values({
      practiceId: actor.practiceId,
      id: accountId,
      role: "client",
      email: who.email,
      name: who.name,
      zone: form.zone,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: account.id });
  if (added.length === 0) {
    const known = await ownClientAt(scope, who.email);
    const sentence = known
      ? `This is already your client ${known.name}, record ${known.recordNumber}. On that record you begin a new course.`
      : "This address cannot be used here. Ask for another one.";
    throw new Refused(known ? sentence : "The e-mail address cannot be used.", { email: sentence });
  }
  const [next] = await tx
    .select({ number: sql<number>`coalesce(max(${client.recordNumber}), 0) + 1` })
    .from(client)
    .where(eq(client.practiceId, actor.practiceId));
  await tx.insert(client).values({
    practiceId: actor.practiceId,
    id: who.id,
    accountId,
    therapistId: form.therapistId,
    recordNumber: next?.number ?? 1,
    pronouns: form.pronouns,
    partnerName: form.partnerName,
    zone: form.zone,
    createdBy: actor.accountId,
    createdAt: now,
  });
  await recordAudit(scope, "clients.enrolled", { id: who.id, clientId: who.id });
  if (who.hasWeeks) await startProtocol(scope, who.id, form);
  // The card stays through the first practice week; nobody has arrived yet, so nobody is written to.
  const person = { clientId: who.id, accountId, zone: form.zone, mayGetLetter: false };
  const lastDay = addDays(form.startDate, 6);
  const calendar = { startDate: form.startDate, zone: form.zone };
  await openCheck(scope, { kind: "first", people: [person], coupleId: null, calendar, lastDay });
  return { clientId: who.id, accountId };
}

/** A client whom the caller may change and who signs in with this address. Anybody else's is like one of elsewhere. */
async function ownClientAt(scope: Scope<StaffActor>, email: string) {
  const [row] = await scope.tx
    .select({ name: account.name, recordNumber: client.recordNumber })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope, "change"), sql`lower(${account.email}) = ${email.toLowerCase()}`));
  return row;
}

/** The newest published protocol, from its week 1. */
export async function startProtocol(
  scope: Scope<StaffActor>,
  clientId: string,
  { startDate, zone, versionId }: Pick<EnrolmentForm, "startDate" | "zone" | "versionId">,
): Promise<void> {
  const { actor, tx, now } = scope;
  const chosen = versionId === null ? undefined : eq(protocolVersion.id, versionId);
  const [version] = await tx
    .select({ id: protocolVersion.id, definition: protocolRead })
    .from(protocolVersion)
    .where(and(offeredOf(scope), chosen))
    .orderBy(desc(protocolVersion.publishedAt))
    .limit(1);
  if (!version) {
    if (versionId === null)
      throw new Refused("The practice has no published protocol yet. Publish one in the library first.");
    const sentence = "That version is not offered any more. Choose another one.";
    throw new Refused(sentence, { versionId: sentence });
  }
  const id = randomUUID();
  await tx.insert(enrolment).values({
    practiceId: actor.practiceId,
    id,
    clientId,
    protocolVersionId: version.id,
    startDate,
    createdBy: actor.accountId,
    createdAt: now,
  });
  await assignDueMeasures(scope, { clientId, startDate, zone, version: version.definition });
}
