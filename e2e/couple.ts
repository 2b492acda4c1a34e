import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { agreeToConsent } from "@/db/commands/clients/agree-to-consent";
import { enrolClient } from "@/db/commands/clients/enrol-client";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { type Scope, withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { type Sat, sitDimensions } from "@/db/testing/dimension-sitting";
import { openGate } from "@/db/testing/open-gate";
import type { Actor, ClientActor, StaffActor, SystemActor } from "@/lib/domain/actor";
import { consentText } from "@/lib/domain/identity/consent-text";
import { ownerEmail } from "./people";

const dir = path.resolve(import.meta.dirname, "..", ".test", "e2e");

/**
 * The practice of the running application, reached past its doors by its own commands: what many taps would do, in one
 * call. Its keys seal, so that the application can read what is written here.
 */
export async function openPractice(databaseUrl: string, serverUrl: string) {
  holdKeyRing(readKeyRing(JSON.parse(readFileSync(path.join(dir, "secrets.json"), "utf8")).sealKeys));
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const { rows } = await pool.query("select practice_id, id, name, zone from account where email = $1", [ownerEmail]);
  const [row] = rows;
  const owner: StaffActor = {
    kind: "staff",
    role: "owner",
    practiceId: row.practice_id,
    accountId: row.id,
    sessionId: randomUUID(),
    name: row.name,
    zone: row.zone,
  };
  const system: SystemActor = { kind: "system", role: "system", practiceId: owner.practiceId };
  const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>): Promise<T> =>
    withScope(pool, actor, new Date(), run);

  const person = (enrolled: { clientId: string; accountId: string }, name: string): ClientActor => ({
    kind: "client",
    role: "client",
    practiceId: owner.practiceId,
    ...enrolled,
    sessionId: randomUUID(),
    name,
    zone: "Europe/London",
    consentVersion: consentText.version,
  });

  return {
    pool,
    owner,
    as,
    close: () => pool.end(),
    /** Two linked people, enrolled today; each `link` is an invitation that nobody has used. */
    async enrolCouple([first, second]: [string, string], mail: string) {
      const today = new Date().toISOString().slice(0, 10);
      const { person: one, partner: other } = await as(owner, (scope) =>
        enrolClient(scope, {
          id: randomUUID(),
          name: first,
          pronouns: null,
          email: `first-${mail}`,
          addressSafety: "safe",
          zone: "Europe/London",
          therapistId: owner.accountId,
          partnerName: second,
          partnerEmail: `second-${mail}`,
          startDate: today,
        }),
      );
      if (!other) throw new Error("The partner was not enrolled.");
      const invite = async (accountId: string) => {
        const { token } = await as(owner, (scope) => createInvitation(scope, { accountId }));
        return `${serverUrl}/invitation/${token}`;
      };
      return {
        first: { actor: person(one, first), link: await invite(one.accountId) },
        second: { actor: person(other, second), link: await invite(other.accountId) },
      };
    },
    /** For somebody who never opens a browser here. */
    agree: (actor: ClientActor) =>
      as({ ...actor, consentVersion: null }, (scope) =>
        agreeToConsent(scope, { version: consentText.version, limits: 0 }),
      ),
    clear: (actor: ClientActor) =>
      openGate(pool, { practiceId: owner.practiceId, system, therapist: owner }, actor, new Date()),
    /** Five Dimensions sent, and shown to their owner by the therapist. */
    async sit(actor: ClientActor, scores: Sat) {
      const assessmentId = await sitDimensions(pool, { system }, actor, scores, new Date());
      await as(owner, (scope) => releaseDimensions(scope, { assessmentId, decision: "released" }));
      return assessmentId;
    },
  };
}

export type InPractice = Awaited<ReturnType<typeof openPractice>>;
