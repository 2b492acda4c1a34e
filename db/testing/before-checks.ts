import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import type { Client } from "pg";
import { prepareRoles } from "@/db/roles";
import { assessmentAnswerValue } from "@/db/schema/assessments";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import type { GateState } from "@/lib/safety/gate";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";

/** The last migration before checks were asked of both of a couple: the database of the version before. */
const LAST_OF_BEFORE = "0013_answers_waited";
export const zone = "Europe/London";
export const now = new Date();
export const today = localDate(now, zone);
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** Everybody of the practice of before, with what that version said of them: their gate, and whether joint steps were open. */
export const people = {
  unscreened: { gate: "not-screened", joint: false },
  open: { gate: "clear", joint: true },
  concern: { gate: "concern", joint: false },
  stopOpen: { gate: "stop", joint: false },
  stopDraft: { gate: "stop", joint: false },
  stopReleased: { gate: "clear", joint: true },
  stopNotReleased: { gate: "stop", joint: false },
  unfinished: { gate: "not-screened", joint: false },
  voided: { gate: "not-screened", joint: false },
  expired: { gate: "not-screened", joint: false },
  asked: { gate: "not-screened", joint: false },
  planned: { gate: "clear", joint: true },
  linkedOne: { gate: "clear", joint: true },
  linkedOther: { gate: "clear", joint: true },
  besideStop: { gate: "clear", joint: false },
  stopBeside: { gate: "stop", joint: false },
  parted: { gate: "clear", joint: true },
  partedOther: { gate: "clear", joint: true },
  nearby: { gate: "clear", joint: true },
  faraway: { gate: "clear", joint: true },
  ownSteps: { gate: "clear", joint: false },
  besideOwn: { gate: "clear", joint: true },
} as const satisfies Record<string, { gate: GateState; joint: boolean }>;
export type Person = keyof typeof people;
export const everybody = Object.keys(people) as Person[];

export const practiceId = randomUUID();
export const therapistId = randomUUID();
const versionId = randomUUID();
export const clientIds = Object.fromEntries(everybody.map((who) => [who, randomUUID()])) as Record<Person, string>;
export const sealedAnswer = { id: randomUUID(), words: "Nothing that anybody else should read." };
export const cards = { open: randomUUID(), begun: randomUUID(), planned: randomUUID() };
export const couples = {
  clear: randomUUID(),
  stop: randomUUID(),
  ended: randomUUID(),
  apart: randomUUID(),
  own: randomUUID(),
};

/** The migrations of the version before, and none after them. */
export async function migrateToBefore(owner: Client): Promise<void> {
  const from = path.join(process.cwd(), "db", "migrations");
  const folder = mkdtempSync(path.join(tmpdir(), "nearer-before-"));
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(path.join(from, "meta/_journal.json"), "utf8"),
  );
  const last = journal.entries.findIndex(({ tag }) => tag === LAST_OF_BEFORE);
  const entries = journal.entries.slice(0, last + 1);
  mkdirSync(path.join(folder, "meta"));
  writeFileSync(path.join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) cpSync(path.join(from, `${tag}.sql`), path.join(folder, `${tag}.sql`));
  await prepareRoles(owner, {});
  await applyMigrations(drizzle(owner), {
    migrationsFolder: folder,
    ...{ migrationsSchema: "nearer_meta", migrationsTable: "migration" },
  });
  rmSync(folder, { recursive: true });
}

type Row = Record<string, unknown>;

export async function layOutPractice(owner: Client): Promise<void> {
  const put = async (table: string, row: Row) => {
    const whole: Row = { practice_id: practiceId, ...(table === "practice" ? {} : { id: randomUUID() }), ...row };
    const names = Object.keys(whole);
    const places = names.map((_, index) => `$${index + 1}`);
    await owner.query(
      `insert into "${table}" (${names.join(", ")}) values (${places.join(", ")})`,
      Object.values(whole),
    );
  };
  const screen = async (who: Person, outcome: string, days: number, id = randomUUID()) => {
    await sitting(who, { id, submitted_at: ago(days), opens_on: localDate(ago(days), zone), assigned_at: ago(days) });
    await put("safety_screen", { id, client_id: clientIds[who], outcome, answered_at: ago(days) });
    return id;
  };
  const sitting = (who: Person, row: Row) =>
    put("assessment", {
      ...{ client_id: clientIds[who], instrument_version_id: versionId, occasion: randomUUID(), ...row },
    });
  const decide = (who: Person, kind: string, days: number, talked: boolean) =>
    put("safety_decision", {
      ...{ client_id: clientIds[who], kind, talked_alone: talked, reason_sealed: "sealed", decided_by: therapistId },
      decided_at: ago(days),
    });
  const clear = async (who: Person, days: number) => {
    await screen(who, "clear", days);
    await decide(who, "clear", days, true);
  };

  await put("practice", { name: "Before", country: "GB", zone, created_at: ago(200) });
  const account = (id: string, role: string, name: string) =>
    put("account", { id, role, email: `${id}@nowhere.example`, name, zone, created_at: ago(200) });
  await account(therapistId, "therapist", "T");
  const definition = { key: "safety-and-steadiness", version: 1, title: "Safety and steadiness" };
  await put("instrument_version", {
    id: versionId,
    ...definition,
    definition,
    created_at: ago(200),
    published_at: ago(200),
  });
  const protocolId = randomUUID();
  await put("protocol_version", {
    ...{ id: protocolId, key: "nearer", version: 1, title: "Nearer", definition: fixtureProtocol },
    ...{ created_at: ago(200), published_at: ago(200) },
  });
  for (const [index, who] of everybody.entries()) {
    const accountId = randomUUID();
    await account(accountId, "client", who);
    await put("client", {
      ...{ id: clientIds[who], account_id: accountId, therapist_id: therapistId, record_number: index + 1 },
      zone: who === "faraway" ? "Pacific/Auckland" : zone,
      ...{ created_by: therapistId, created_at: ago(100) },
    });
    const enrolmentId = randomUUID();
    await put("enrolment", {
      id: enrolmentId,
      ...{ client_id: clientIds[who], protocol_version_id: protocolId, start_date: addDays(today, -35) },
      ...{ created_by: therapistId, created_at: ago(36) },
    });
    if (who === "ownSteps")
      await put("enrolment_decision", {
        ...{ enrolment_id: enrolmentId, effective_on: addDays(today, -1), decided_by: therapistId, decided_at: ago(1) },
        change: { kind: "own-steps", from: addDays(today, -1), until: addDays(today, 2) },
      });
  }

  for (const who of ["open", "planned", "linkedOne", "linkedOther", "besideStop", "parted", "partedOther"] as const)
    await clear(who, 30);
  for (const who of ["nearby", "faraway", "ownSteps", "besideOwn"] as const) await clear(who, 30);
  await screen("concern", "concern", 10);
  await screen("stopOpen", "stop", 10);
  await put("safety_event", { client_id: clientIds.stopDraft, source: "screen", opened_at: ago(10) });
  await screen("stopReleased", "stop", 21);
  await clear("stopReleased", 7);
  await screen("stopNotReleased", "stop", 21);
  await screen("stopNotReleased", "clear", 7);
  await decide("stopNotReleased", "clear", 7, false);
  await screen("unfinished", "unfinished", 5);
  await put("assessment_withdrawal", {
    assessment_id: await screen("voided", "clear", 10),
    ...{ kind: "voided", withdrawn_by: therapistId, withdrawn_at: ago(9) },
  });
  await decide("voided", "clear", 8, false);
  await clear("expired", 90);

  const asked = { opens_on: localDate(ago(2), zone), assigned_at: ago(2), assigned_by: therapistId };
  await sitting("asked", { id: cards.open, ...asked });
  await sitting("unscreened", { id: cards.begun, ...asked, started_at: ago(1) });
  await put("assessment_answer", {
    ...{ id: sealedAnswer.id, assessment_id: cards.begun, item_id: "words", form: "now", answered_at: ago(1) },
    value_sealed: assessmentAnswerValue.seal(sealedAnswer.words, {
      practiceId,
      assessmentId: cards.begun,
      form: "now",
      itemId: "words",
    }),
  });
  await sitting("planned", { id: cards.planned, opens_on: addDays(today, 30), assigned_at: ago(30) });

  const link = (id: string, first: Person, second: Person, ended = false) =>
    put("couple", {
      ...{ id, first_client_id: clientIds[first], second_client_id: clientIds[second] },
      ...{ linked_by: therapistId, linked_at: ago(29), ended_by: ended ? therapistId : null },
      ended_at: ended ? ago(3) : null,
    });
  await screen("stopBeside", "stop", 4);
  await link(couples.clear, "linkedOne", "linkedOther");
  await link(couples.stop, "besideStop", "stopBeside");
  await link(couples.apart, "nearby", "faraway");
  await link(couples.own, "ownSteps", "besideOwn");
  await link(couples.ended, "parted", "partedOther", true);
  for (const [item, decision] of [
    ["emotional-now", "shared"],
    ["sexual-wished", "shared"],
    ["social-now", "withdrawn"],
  ])
    await put("share_decision", {
      ...{ couple_id: couples.clear, client_id: clientIds.linkedOne, item, decision },
      ...{ decided_by: therapistId, decided_at: ago(20) },
    });
}
