import { and, desc, eq } from "drizzle-orm";
import { person, type Step, safety } from "@/db/erasing/erase-plan";
import { recordsOfPerson } from "@/db/queries/clients/merged";
import { client } from "@/db/schema/clients";
import { harmTest, harmTestReason } from "@/db/schema/exports";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { unreadable } from "@/db/sealed";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import {
  type WholePart,
  type WholeRecord,
  type WholeRow,
  type WholeTable,
  wholePartKeys,
  wholeParts,
} from "@/lib/exports/all-of-it";
import type { HarmAnswer } from "@/lib/exports/harm-test";
import { authorize } from "@/lib/policy";
import { sealedIn } from "./whole-columns";

type Row = Record<string, unknown>;
type Whose = { practiceId: string; clientId: string; accountId: string };

export type HarmTestRecord = {
  id: string;
  answer: HarmAnswer;
  parts: WholePart[];
  reason: string;
  by: string;
  at: Date;
};

/** What was decided about giving the whole record, the newest first, for who may change it. */
export async function listHarmTests(scope: Scope<StaffActor>, clientId: string): Promise<HarmTestRecord[]> {
  const { actor, tx } = scope;
  authorize(actor, "exports.make");
  const { id, answer, parts, reasonSealed, decidedAt } = harmTest;
  const rows = await tx
    .select({ id, answer, parts, reasonSealed, by: account.name, at: decidedAt })
    .from(harmTest)
    .innerJoin(client, and(eq(client.practiceId, harmTest.practiceId), eq(client.id, harmTest.clientId)))
    .innerJoin(account, and(eq(account.practiceId, harmTest.practiceId), eq(account.id, harmTest.decidedBy)))
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)))
    .orderBy(desc(decidedAt))
    .limit(20);
  return rows.map(({ reasonSealed: reason, ...row }) => ({
    ...row,
    reason: harmTestReason.read(reason, { practiceId: actor.practiceId, id: row.id }),
  }));
}

/**
 * Everything that is kept about one person, of every record of theirs, in the parts that are given. It is read by the plan by
 * which a record is erased, so that nothing is forgotten here that is removed there. The caller may change the record.
 */
export async function getWholeRecord(
  scope: Scope<StaffActor>,
  clientId: string,
  parts: readonly WholePart[],
): Promise<WholeRecord> {
  const { actor, tx, now } = scope;
  const [found] = await tx
    .select({ recordNumber: client.recordNumber })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  if (!found) throw new NotFound();
  const names = await namesOf(scope);
  const people = await whoseRows(scope, await recordsOfPerson(scope, clientId));
  const given = wholePartKeys.filter((part) => parts.includes(part));
  const read: { part: WholePart; tables: WholeTable[] }[] = [];
  for (const part of given) {
    const tables: WholeTable[] = part === "person" ? [{ table: "client", rows: people.map(({ about }) => about) }] : [];
    for (const table of wholeParts[part].tables) {
      const rows: WholeRow[] = [];
      for (const whose of people)
        for (const row of await rowsOf(scope, whose, table, part))
          rows.push(givenRow(actor.practiceId, table, row, names));
      tables.push({ table, rows });
    }
    read.push({ part, tables });
  }
  return {
    recordNumber: found.recordNumber,
    madeAt: now.toISOString(),
    leftOut: wholePartKeys.filter((part) => !parts.includes(part)),
    parts: read,
  };
}

/** Who did things, and what was answered, by name: an id tells nobody anything. Nobody who is a client is among them. */
async function namesOf({ actor, tx }: Scope): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.$client.query<{ id: string; name: string }>(
    `select id, name from account where practice_id = $1 and role <> 'client'
     union all select id, title from instrument_version where practice_id = $1
     union all select id, title from protocol_version where practice_id = $1`,
    [actor.practiceId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function whoseRows({ actor, tx }: Scope, records: readonly string[]): Promise<(Whose & { about: WholeRow })[]> {
  const { practiceId } = actor;
  const { rows } = await tx.$client.query<Row>(
    `select c.id, c.account_id, c.record_number, a.name, a.email, c.pronouns, c.partner_name, c.zone, c.created_at
     from client c join account a on a.practice_id = c.practice_id and a.id = c.account_id
     where c.practice_id = $1 and c.id = any ($2) order by c.record_number`,
    [practiceId, records],
  );
  return rows.map(({ id, account_id: accountId, ...about }) => ({
    ...{ practiceId, clientId: String(id), accountId: String(accountId), about },
  }));
}

const inPlan = (plan: readonly Step[], table: string) => plan.find(([name]) => name === table)?.[1];

/** Which rows of a table are of this part: those that the plan of erasing names, and of safety none that stand elsewhere too. */
function whichOf(table: string, part: WholePart): string {
  const elsewhere = inPlan(person, table);
  const which = part === "safety" ? (inPlan(safety, table) ?? elsewhere) : elsewhere;
  if (!which) return "client_id = $2";
  return part === "safety" && elsewhere && which !== elsewhere ? `${which} and not (${elsewhere})` : which;
}

async function rowsOf({ tx }: Scope, whose: Whose, table: string, part: WholePart): Promise<Row[]> {
  const values: Record<string, string> = { $1: whose.practiceId, $2: whose.clientId, $3: whose.accountId };
  const which = `practice_id = $1 and ${whichOf(table, part)}`;
  const used = Object.keys(values).filter((name) => which.includes(name));
  const text = used.reduce((all, name, i) => all.replaceAll(name, `$${i + 1}::uuid`), which);
  const { rows } = await tx.$client.query<Row>(
    `select * from "${table}" where ${text}`,
    used.map((name) => values[name]),
  );
  return rows;
}

/** Bound to a row, or of another person: told to nobody. */
const leftOut =
  /^(practice_id|account_id|client_id|couple_id|partner_id|check_id|together_id|into_id|document_sealed|digest|kept|session_id|link_hash)$|_hash$/;
const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function givenRow(practiceId: string, table: string, row: Row, names: ReadonlyMap<string, string>): WholeRow {
  const bound = Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));
  const place = { practiceId, ...(bound as { id: string; assessmentId: string; form: string; itemId: string }) };
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      if (value === null || leftOut.test(name)) return [];
      if (table === "correction" && name === "before") return [["before", before(practiceId, row)]];
      if (name.endsWith("_sealed")) {
        const words = sealedIn(table, name)?.read(String(value), place) ?? unreadable;
        return [[name.replace(/_sealed$/, ""), words]];
      }
      if (typeof value === "string" && names.has(value)) return [[name, names.get(value)]];
      return [[name, value]];
    }),
  );
}

/** What stood before a client corrected it is a row of its own table, with its sealed words in it. */
function before(practiceId: string, row: Row): WholeRow {
  const table = row.check_id ? "connection_check" : row.attempt_id ? "exercise_attempt" : "distance_move";
  const id = String(row.check_id ?? row.attempt_id ?? row.move_id);
  const was = { id, ...(row.before as Row) };
  return givenRow(practiceId, table, was, new Map());
}
