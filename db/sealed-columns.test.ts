import { readdirSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { holdKeyRing, readKeyRing, type SealedColumn } from "./sealed";
import { ownerUrl } from "./testing/database";

/** Words sealed before the columns were declared, each with the test key, for the row of this practice. */
const sealedBefore: Record<string, string> = {
  "access_decision.reason": "s1.k1.YSn56O8NegUO7r1FCGlyFHBg-yzYVhuM_NQKjr_nbuc",
  "assessment_answer.value": "s1.k1.litCr6LrOGCEDuKCDAxBRAjlnbZHaMv5RBFILZR_8gI",
  "assessment_withdrawal.reason": "s1.k1.fbvMJKzbvMKygIhqNUMWnA1Xc_5EriKb4q9eFSxpgOE",
  "connection_check.note": "s1.k1.BcQ5ZUlRF5NKC7e2x1tBu2-v6OozcCzRRp9OMr0X9Uo",
  "couple_release.words": "s1.k1.E8LWUS-Ez5wD6ofuj5H5WM7haENcT_QJ8LF6IhQ-ES8",
  "distance_move.instead": "s1.k1.IpmCnuCCesSFg4KcHOYTyqmVuH1-z8KpS_ne4kAyesU",
  "distance_move.situation": "s1.k1.ctn8z8uFTtL5Y2Z6xRQwoWCRsqe5qH5dOi47Jlfi6bE",
  "enrolment_decision.reason": "s1.k1.8j_1Ts8fBqXwYWiuxQwvvlCf7zcfPtnTI12BHpWUqTc",
  "enrolment_decision.words": "s1.k1.HAyWYmkmykTbQykSqlMFE99CNYOys4FaZJnQTS3XwEU",
  "enrolment_move.reason": "s1.k1.gnQ1kTn5kvQBVa0c0OF3bm3xY-ceNy-Uay5I1l47d90",
  "exercise_attempt.details": "s1.k1.IRNHgYW-NLI8ouhAG-i5-zCrLJL-FFt-ARFjjZpNI0k",
  "exercise_attempt.reflection": "s1.k1.wWUoZBJR9NIyFRMzWJso2B5dCbcwSbAeE5tW8gZCMHk",
  "factor_reset.reason": "s1.k1.IlImAd0BjM1iV3Z6rf5tCZ1pDksOVmD-3rw8Lvy78_c",
  "keep_going_plan.plan": "s1.k1.ok4iMV1Xzdv4WRi3v33wPA3oGRozF_ZhoG2beBnbOYg",
  "message.body": "s1.k1.MmOkh8b2q3f5dwtxR5fFsMC6S6OKfislGDmlQGToJCM",
  "protocol_proposal_answer.evidence": "s1.k1.XyrbytDKB9tYpRnVgX-7SlZnjS5OvlfJg2atpcx1Flo",
  "protocol_proposal_answer.note": "s1.k1.Z3Q1BXcRUjPCGIR1Q9EJyt0sTdhhXMlC_BF4bRz6GkY",
  "safety_decision.reason": "s1.k1.TP4pwLmxrLt4I5rGi_XB-Smd2uL4k-MbAYKXfGWJzhA",
  "safety_event_step.note": "s1.k1.yZfgzsTKPk1cxzVlacE9vm5H2gL56a8SxIWRP1hB2Xw",
  "signal_answer.note": "s1.k1.WK7oJEEYfeEsOrKK2x91_shDnLxEmrtTfyGQj1YS9Aw",
  "swap_answer.words": "s1.k1.oTDWB2hE4DioOwr9z8uYerO1iuLlh6h0yRj9mNqjZ4s",
  "swap_request.words": "s1.k1.EpN87k243om4CahDdEFx9wmuSBD12mdYapKRRZtlUbI",
  "totp_factor.seed": "s1.k1.kavlxnN9GKGjvelBZPneSu6TcuJO4VsJ5zZfY-QC0go",
};
const practiceId = "11111111-1111-4111-8111-111111111111";
const id = "22222222-2222-4222-8222-222222222222";
const anyRow = {
  practiceId,
  id,
  assessmentId: id,
  clientId: id,
  form: "now",
  itemId: "item-1",
};

const isSealedColumn = (value: unknown): value is SealedColumn<typeof anyRow> =>
  typeof value === "object" && value !== null && "readOrNull" in value;

async function declarations(): Promise<SealedColumn<typeof anyRow>[]> {
  const folder = path.join(import.meta.dirname, "schema");
  const modules: object[] = await Promise.all(readdirSync(folder).map((file) => import(path.join(folder, file))));
  return modules.flatMap((one) => Object.values(one)).filter(isSealedColumn);
}

const nameOf = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;

describe("the sealed columns", () => {
  beforeAll(() => holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 7).toString("base64")}`)));

  it("are declared once each, beside their tables", async () => {
    const owner = new Client({ connectionString: ownerUrl() });
    await owner.connect();
    const { rows } = await owner.query<{ name: string }>(`
      select c.relname || '.' || regexp_replace(a.attname, '_sealed$', '') as name
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname like '%\\_sealed' and a.attnum > 0`);
    await owner.end();
    expect((await declarations()).map(nameOf).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it("open what was sealed before they were declared", async () => {
    const opened = (await declarations())
      .filter((column) => sealedBefore[nameOf(column)])
      .map((column) => [nameOf(column), column.open(sealedBefore[nameOf(column)] ?? "", anyRow)]);
    expect(Object.fromEntries(opened)).toEqual(
      Object.fromEntries(Object.keys(sealedBefore).map((name) => [name, "kept"])),
    );
  });

  it("open in the one row of the one column alone", async () => {
    const [first, second] = await declarations();
    if (!first || !second) throw new Error("there is nothing to compare");
    const sealed = first.seal("between us", anyRow);
    expect(first.open(sealed, anyRow)).toBe("between us");
    const other = "33333333-3333-4333-8333-333333333333";
    for (const row of [
      { ...anyRow, practiceId: other },
      { ...anyRow, id: other, assessmentId: other, clientId: other },
    ])
      expect(() => first.open(sealed, row)).toThrow();
    expect(() => second.open(sealed, anyRow)).toThrow();
  });

  it("seal nothing where nothing was written", async () => {
    for (const column of await declarations()) {
      expect(column.sealOrNull("", anyRow)).toBeNull();
      expect(column.sealOrNull(null, anyRow)).toBeNull();
      expect(column.readOrNull(null, anyRow)).toBeNull();
    }
  });
});
