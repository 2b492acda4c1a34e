import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownerUrl } from "./testing/database";

const outsideTenants = ["attempt_limit", "spent_challenge"];

describe("what the database itself promises", () => {
  const owner = new Client({ connectionString: ownerUrl() });
  beforeAll(() => owner.connect());
  afterAll(() => owner.end());

  const names = async (sql: string): Promise<string[]> =>
    (await owner.query<{ name: string }>(sql)).rows.map((row) => row.name);

  it("has tables at all", async () => {
    expect(
      (
        await names(
          "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
        )
      ).length,
    ).toBeGreaterThan(25);
  });

  it("enables and forces row-level security on every table", async () => {
    const bare = await names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`);
    expect(bare).toEqual([]);
  });

  it("gives every tenant table a policy for each command, none of which is true for the application", async () => {
    const short =
      await names(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (select count(distinct p.polcmd) from pg_policy p where p.polrelid = c.oid
           and 'nearer_app'::regrole = any (p.polroles) and p.polcmd in ('r', 'a', 'w', 'd')) < 4 order by 1`);
    expect(short).toEqual(outsideTenants);
    const open = await names(`select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where ('nearer_app'::regrole = any (p.polroles) or 'nearer_worker'::regrole = any (p.polroles) or 0 = any (p.polroles))
      and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) not like '%app.practice_id%'`);
    expect(open).toEqual([]);
  });

  it("starts every primary key with the practice, and carries it in every foreign key", async () => {
    const loose =
      await names(`select c.relname || '.' || k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'f') and c.relname not in ('attempt_limit', 'spent_challenge')
      and (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'practice_id'`);
    expect(loose).toEqual([]);
  });

  it("points every id of another row at a row of the same practice", async () => {
    // The record of access outlives what it is about, a letter can be about many things; a claim is a worker’s own mark.
    const free = ["audit_entry.actor_id", "audit_entry.client_id", "audit_entry.subject_id", "outbox_letter.about_id"];
    const loose =
      await names(`select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'uuid'::regtype
      and (a.attname like '%\\_id' or a.attname like '%\\_by') and a.attname <> 'practice_id' and a.attnum > 0
      and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey))
      order by 1`);
    expect(loose).toEqual(free);
  });

  it("lets the application own nothing, alter nothing and step around nothing", async () => {
    for (const role of ["nearer_app", "nearer_worker", "nearer_door", "nearer_eraser", "nearer_resealer"]) {
      const { rows } = await owner.query(
        `select (select count(*)::int from pg_class where relowner = $1::text::regrole) as owned,
                (select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = $1::text) as mighty,
                has_schema_privilege($1, 'public', 'create') as creates`,
        [role],
      );
      expect(rows[0], role).toEqual({ owned: 0, mighty: false, creates: false });
    }
  });

  it("keeps the audit, consents, decisions and submitted scores append-only", async () => {
    for (const table of [
      "address_change",
      "appointment",
      "appointment_step",
      "appointment_wish",
      "audit_entry",
      "calendar_feed",
      "chart_note",
      "chart_note_step",
      "client_correction",
      "client_step",
      "client_transfer",
      "consent",
      "confidentiality_limits",
      "court_demand",
      "emergency_access",
      "emergency_step",
      "enrolment_decision",
      "erasure_step",
      "harm_test",
      "goal",
      "goal_step",
      "legal_hold",
      "limits_draft",
      "retention_rule",
      "assessment_score",
      "link_follow_up",
      "note_apart",
      "note_cosignature",
      "note_template",
      "note_version",
      "noticed",
      "partner_invitation",
      "partner_invitation_step",
      "partner_talk",
      "practice_reading",
      "reminder_choice",
      "report",
      "report_sending",
      "report_signature",
      "report_withdrawal",
      "session_note",
      "shipped_taken",
      "safety_event_step",
      "signal_choice",
      "signal_event",
      "signal_threshold",
    ]) {
      const { rows } = await owner.query(
        `select has_table_privilege('nearer_app', $1, 'insert') as adds, has_table_privilege('nearer_app', $1, 'update') as changes,
                has_table_privilege('nearer_app', $1, 'delete') as removes, has_table_privilege('nearer_app', $1, 'truncate') as empties`,
        [table],
      );
      expect(rows[0], table).toEqual({ adds: true, changes: false, removes: false, empties: false });
    }
  });

  it("keeps what a client corrects: no change of theirs without what stood before, and none of whose it is or when", async () => {
    const correctable = ["connection_check", "distance_move", "exercise_attempt"];
    const kept = await names(`select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_proc p on p.oid = t.tgfoid where p.proname = 'keep_earlier' and t.tgenabled = 'O' order by 1`);
    expect(kept).toEqual(correctable);
    const changed = await names(`select c.relname as name from pg_class c where c.relname = any ('{${correctable}}')
      and has_table_privilege('nearer_app', c.oid, 'delete, truncate') order by 1`);
    expect(changed).toEqual([]);
  });

  it("keeps the doors few and narrow", async () => {
    const doors = await names(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(doors.filter((name) => !/^(door_|practice_exists$)/.test(name))).toEqual([]);
    const unowned =
      await names(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and (proowner <> 'nearer_door'::regrole or proconfig is null)`);
    expect(unowned).toEqual([]);
    const forEveryone =
      await names(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and has_function_privilege('public', oid, 'execute')`);
    expect(forEveryone).toEqual([]);
  });
});
