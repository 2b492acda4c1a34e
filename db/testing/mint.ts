import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { enrolClient } from "@/db/commands/clients/enrol-client";
import { installBuiltIn } from "@/db/commands/shipped/install-built-in";
import { consent } from "@/db/schema/clients";
import { account, practice, supervision } from "@/db/schema/identity";
import { enrolment } from "@/db/schema/protocol";
import { withScope } from "@/db/scope";
import type { ClientActor, StaffActor, StaffRole, SystemActor } from "@/lib/actor";
import { consentText } from "@/lib/identity/consent-text";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";

export const testNow = new Date("2026-11-23T10:00:00Z");
export const testToday = "2026-11-23";

export type MintedPractice = {
  practiceId: string;
  system: SystemActor;
  owner: StaffActor;
  therapist: StaffActor;
  colleague: StaffActor;
  supervisor: StaffActor;
};

/** A practice of its own for each test: an owner, two therapists, and a supervisor who supervises the first. */
export async function mintPractice(pool: Pool, now = testNow): Promise<MintedPractice> {
  const practiceId = randomUUID();
  const system: SystemActor = { kind: "system", role: "system", practiceId };
  const people = {
    owner: staffMember(practiceId, "owner"),
    therapist: staffMember(practiceId, "therapist"),
    colleague: staffMember(practiceId, "therapist"),
    supervisor: staffMember(practiceId, "supervisor"),
  };
  await withScope(pool, system, now, async (scope) => {
    const { tx } = scope;
    await tx
      .insert(practice)
      .values({ practiceId, name: "Test practice", country: "GB", zone: "Europe/London", createdAt: now });
    await tx.insert(account).values(
      Object.values(people).map((person) => ({
        practiceId,
        id: person.accountId,
        role: person.role,
        email: `${person.accountId}@staff.example`,
        name: person.name,
        zone: person.zone,
        createdAt: now,
      })),
    );
    await tx.insert(supervision).values({
      practiceId,
      id: randomUUID(),
      supervisorId: people.supervisor.accountId,
      therapistId: people.therapist.accountId,
      startedAt: now,
      startedBy: people.owner.accountId,
    });
    await installBuiltIn(scope, { protocol: fixtureProtocol });
  });
  return { practiceId, system, ...people };
}

/** A client of the practice's first therapist who has agreed to the consent text, ready to act. */
export async function mintClient(
  pool: Pool,
  minted: MintedPractice,
  {
    name = "Ines",
    startDate = testToday,
    therapist = minted.therapist,
    now = testNow,
    versionId = null as string | null,
    /** Whether the weeks began as planned; else they wait for the client to arrive. */
    begun = true,
  } = {},
): Promise<ClientActor> {
  const form = {
    id: randomUUID(),
    name,
    pronouns: null,
    email: `${randomUUID()}@client.example`,
    addressSafety: "safe" as const,
    zone: "Europe/London",
    region: null,
    therapistId: therapist.accountId,
    partnerName: null,
    versionId,
    startDate,
  };
  // Enrolled a fortnight ago: what was asked of them then lies in an earlier practice week.
  const enrolledAt = new Date(now.getTime() - 15 * 86_400_000);
  const { person } = await withScope(pool, therapist, enrolledAt, (scope) => enrolClient(scope, form));
  const { practiceId } = minted;
  await withScope(pool, minted.system, now, async ({ tx }) => {
    if (begun)
      await tx
        .update(enrolment)
        .set({ begunOn: startDate })
        .where(and(eq(enrolment.practiceId, practiceId), eq(enrolment.clientId, person.clientId)));
    await tx.insert(consent).values({
      practiceId,
      id: randomUUID(),
      clientId: person.clientId,
      document: "portal",
      version: consentText.version,
      decision: "agreed",
      decidedAt: now,
    });
  });
  return {
    kind: "client",
    role: "client",
    practiceId,
    accountId: person.accountId,
    clientId: person.clientId,
    sessionId: randomUUID(),
    name,
    zone: form.zone,
    consentVersion: consentText.version,
  };
}

const staffMember = (practiceId: string, role: StaffRole): StaffActor => ({
  kind: "staff",
  role,
  practiceId,
  accountId: randomUUID(),
  sessionId: randomUUID(),
  name: `A ${role}`,
  zone: "Europe/London",
});
