import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { clinicalTables, isUntouched } from "@/db/queries/clients/is-untouched";
import { listDischarged } from "@/db/queries/clients/standing";
import { getWhoHasWhom } from "@/db/queries/clients/who-has-whom";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow } from "@/db/testing/mint";
import { logAttempt } from "@/db/testing/protocol";
import type { StaffActor } from "@/lib/actor";
import { enrolClient } from "./enrol-client";
import { removeMistaken } from "./remove-mistaken";

const pool = testPool();
const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
  withScope(pool, actor, testNow, run);

const enrol = ({ therapist }: MintedPractice, email = `typo@${randomUUID()}.example`) =>
  as(therapist, (scope) =>
    enrolClient(scope, {
      ...{ id: randomUUID(), name: "Hanna Typo", pronouns: "she/her", email, zone: "Europe/London", region: null },
      ...{ addressSafety: "unknown", therapistId: therapist.accountId, partnerName: "Oskar", versionId: null },
      startDate: "2026-11-23",
    }),
  );

describe("somebody who was entered by mistake", () => {
  it("is taken out while nothing clinical exists, and the address is free again", async () => {
    const practice = await mintPractice(pool);
    const email = `typo@${randomUUID()}.example`;
    const { person } = await enrol(practice, email);
    const { clientId } = person;
    expect(await as(practice.therapist, (scope) => isUntouched(scope, clientId))).toBe(true);
    const form = { id: randomUUID(), clientId, reason: "Entered twice." };
    await as(practice.therapist, (scope) => removeMistaken(scope, form));
    await as(practice.therapist, (scope) => removeMistaken(scope, form));
    expect(await as(practice.therapist, getCaseloadFacts)).toEqual([]);
    expect(await as(practice.owner, listDischarged)).toEqual([]);
    expect((await as(practice.owner, getWhoHasWhom)).clients).toEqual([]);
    for (const table of ["account", "client", "outbox_letter"]) {
      const { rows } = await as(practice.owner, ({ tx }) => tx.$client.query(`select t::text as row from ${table} t`));
      expect(JSON.stringify(rows), table).not.toMatch(/Hanna|typo@|she\/her|Oskar/);
    }
    const again = await enrol(practice, email);
    expect(again.person.clientId).not.toBe(clientId);
  });

  it("stays where they came, or where something was written about them", async () => {
    const practice = await mintPractice(pool);
    const { person } = await enrol(practice);
    const remove = () =>
      as(practice.therapist, (scope) =>
        removeMistaken(scope, { id: randomUUID(), clientId: person.clientId, reason: "Entered twice." }),
      );
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, person.accountId)),
    );
    await expect(remove()).rejects.toThrow(/Discharge them instead/);
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.update(account).set({ passwordHash: null }).where(eq(account.id, person.accountId)),
    );
    const client = {
      ...person,
      ...{ kind: "client" as const, role: "client" as const, practiceId: practice.practiceId },
    };
    await logAttempt(pool, {
      ...client,
      ...{ sessionId: randomUUID(), name: "Hanna", zone: "Europe/London", consentVersion: 3 },
    });
    await expect(remove()).rejects.toThrow(/Discharge them instead/);
  });

  it("is judged by every table that holds something of a client", async () => {
    const practice = await mintPractice(pool);
    const { rows } = await as(practice.owner, ({ tx }) =>
      tx.$client.query<{ name: string }>(
        "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'client_id'",
      ),
    );
    // Made by enrolling, kept of it, or looked at by itself in the question.
    const others = [
      ...["assessment", "assessment_import", "audit_entry", "address_change", "client_correction", "client_region"],
      ...["client_step", "client_transfer", "connection_summary", "enrolment", "path_hold", "safety_check_member"],
      ...["partner_invitation", "chart_choice", "signal", "letter_choice", "reminder_choice", "safety_untold"],
      "erasure",
    ];
    const named = new Set<string>([...clinicalTables, ...others]);
    expect(rows.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});
