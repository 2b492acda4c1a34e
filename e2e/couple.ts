import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { agreeToConsent } from "@/db/commands/clients/agree-to-consent";
import { enrolClient } from "@/db/commands/clients/enrol-client";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { type Scope, withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { type Sat, sitDimensions } from "@/db/testing/dimension-sitting";
import { openGate } from "@/db/testing/open-gate";
import type { Actor, ClientActor, StaffActor, SystemActor } from "@/lib/actor";
import { consentText } from "@/lib/identity/consent-text";
import { ownerEmail } from "./people";

const dir = path.resolve(import.meta.dirname, "..", ".test", "e2e");

/** The keys of the running application: what is sealed here it can read. */
export const holdServersKeys = (): void =>
  holdKeyRing(readKeyRing(JSON.parse(readFileSync(path.join(dir, "secrets.json"), "utf8")).sealKeys));

/**
 * The practice of the running application, reached past its doors by its own commands: what many taps would do, in one
 * call. Its keys seal, so that the application can read what is written here.
 */
export async function openPractice(databaseUrl: string, serverUrl: string) {
  holdServersKeys();
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
  const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = new Date()): Promise<T> =>
    withScope(pool, actor, now, run);

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

  const enrol = async (name: string, email: string, partnerName: string) => {
    const { person: enrolled } = await as(
      owner,
      (scope) =>
        enrolClient(scope, {
          id: randomUUID(),
          name,
          pronouns: null,
          email,
          addressSafety: "safe",
          zone: "Europe/London",
          region: null,
          therapistId: owner.accountId,
          partnerName,
          versionId: null,
          startDate: new Date().toISOString().slice(0, 10),
        }),
      daysAgo(15),
    );
    await pool.query("update enrolment set begun_on = start_date where client_id = $1", [enrolled.clientId]);
    return person(enrolled, name);
  };
  const invite = async (accountId: string) => {
    const { token } = await as(owner, (scope) => createInvitation(scope, { accountId }));
    return `${serverUrl}/invitation/${token}`;
  };
  const clear = (actor: ClientActor) =>
    openGate(pool, { practiceId: owner.practiceId, system, therapist: owner }, actor, new Date());

  return {
    pool,
    owner,
    as,
    close: () => pool.end(),
    /** Letters to these people that are still on their way. */
    lettersWaiting: async (actors: readonly ClientActor[]): Promise<number> => {
      const { rowCount } = await pool.query(
        `select 1 from outbox_letter where practice_id = $1 and account_id = any($2::uuid[]) and due_at <= now()
           and sent_at is null and set_aside_at is null and bounced_at is null`,
        [owner.practiceId, actors.map(({ accountId }) => accountId)],
      );
      return rowCount ?? 0;
    },
    /**
     * Two people whose joint steps are open: enrolled a fortnight ago, cleared nine days ago, linked eight days ago, because
     * a link counts and joint steps open only where a practice week begins. Their path begins today; each `link` is an
     * invitation that nobody has used.
     */
    async enrolCouple([first, second]: [string, string], mail: string) {
      const one = await enrol(first, `first-${mail}`, second);
      const other = await enrol(second, `second-${mail}`, first);
      for (const actor of [one, other]) await clear(actor);
      const { coupleId } = await as(
        owner,
        (scope) => linkCouple(scope, { clientId: one.clientId, partnerId: other.clientId }),
        daysAgo(8),
      );
      return {
        coupleId,
        first: { actor: one, link: await invite(one.accountId) },
        second: { actor: other, link: await invite(other.accountId) },
      };
    },
    /** For somebody who never opens a browser here. */
    agree: (actor: ClientActor, at = new Date()) =>
      as(
        { ...actor, consentVersion: null },
        (scope) => agreeToConsent(scope, { version: consentText.version, limits: 0 }),
        at,
      ),
    /** Answers that raise nothing and a clearance after a talk alone, nine days ago, for somebody who was not cleared yet. */
    clear,
    /** Five Dimensions sent, and shown to their owner by the therapist. */
    async sit(actor: ClientActor, scores: Sat) {
      const assessmentId = await sitDimensions(pool, { system }, actor, scores, new Date());
      await as(owner, (scope) => releaseDimensions(scope, { assessmentId, decision: "released" }));
      return assessmentId;
    },
  };
}

export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

export type InPractice = Awaited<ReturnType<typeof openPractice>>;
