import type { Client } from "pg";
import { doorTables } from "./door-tables";
import { erasedTables, eraserRole } from "./erasing/erase";
import { applyResealer, resealerRole } from "./sealing/resealer";

const app = "nearer_app, nearer_worker";

/**
 * What the application may do to each table, beyond reading it (`worker`, `eraser`: that role alone adds rows). A table that is not named here stops the migration. Updates
 * name their columns, those that some command sets and no other (db/privileges.test.ts compares).
 */
const writes: Record<string, string> = {
  access_decision: "insert",
  account:
    "insert, update (email, is_careful, leaves_by_escape, leaving_unread, name, password_by_code, password_changed_at, password_hash, role, zone)",
  address_change: "insert",
  address_safety: "insert",
  appointment: "insert",
  appointment_step: "insert",
  appointment_wish: "insert",
  assessment:
    "insert, update (attempt, discussed_at, discussed_by, due_on, edition, expires_on, local_date, occasion, opens_on, reviewed_at, reviewed_by, started_at, submitted_at, week_number)",
  assessment_answer: "insert, update (answered_at, value, value_sealed, waited_ms), delete",
  assessment_flag: "insert",
  assessment_import: "insert",
  assessment_pass: "insert, update (ended_at)",
  assessment_score: "insert",
  assessment_withdrawal: "insert",
  assignment: "insert, update (answer_window, edition, ended_at, ended_by, laid_through, layout, rule)",
  assignment_change: "insert",
  attempt_limit: "none",
  attempt_rating: "insert",
  attempt_seen: "insert, delete",
  audit_check: "worker",
  audit_entry: "insert",
  calendar_feed: "insert",
  caseload_look: "insert, update (name_sealed), delete",
  caseload_row:
    "insert, update (activity_key, due_key, edition, good_until, has_both, is_listed, letters_unasked, level, name_key, phase, rank, session_key, stage, therapist_id, tier, week_key)",
  baseline_waiver: "insert",
  audit_link: "worker",
  chart_choice: "insert, update (as_table, chosen_at)",
  chart_note: "insert",
  chart_note_step: "insert",
  check_answer: "insert",
  check_sitting: "insert, update (sent_at)",
  check_words_read: "insert",
  client: "insert, update (last_activity, last_activity_at, partner_name, pronouns, therapist_id, zone)",
  client_correction: "insert",
  client_region: "insert",
  connection_check: "insert, update (note_sealed, score)",
  connection_summary: "insert, update (kept, updated_at)",
  client_step: "insert",
  client_transfer: "insert",
  confidentiality_limits: "insert",
  consent: "insert",
  contact_card: "insert",
  correction: "insert",
  court_demand: "insert",
  couple: "insert, update (end_reason_sealed, end_shown_on, ended_at, ended_by, lead_id)",
  couple_release: "insert",
  credential_change: "insert, update (read_at)",
  crisis_contact_list: "insert",
  dimension_release: "insert",
  distance_move: "insert, update (instead_sealed, situation_sealed, strategy)",
  draft: "insert, update (content_sealed, saved_at, version), delete",
  emergency_access: "insert",
  emergency_step: "insert",
  enrolment: "insert, update (begun_on, laid_out_from, protocol_version_id, start_date)",
  enrolment_decision: "insert",
  enrolment_move: "insert",
  erasure: "eraser",
  erasure_step: "insert",
  exercise_attempt:
    "insert, update (anxiety_after, anxiety_before, details_sealed, how_hard, how_it_went, outcome, reflection_sealed, skip_reason)",
  exercises_away: "insert",
  export_file: "insert",
  factor_reset: "insert",
  harm_test: "insert",
  goal: "insert",
  goal_step: "insert",
  instrument_archiving: "insert",
  instrument_licence: "insert",
  instrument_version:
    "insert, update (definition, discarded_at, discarded_by, earlier, published_at, published_by, title)",
  keep_going_plan: "insert",
  known_device: "insert, update (last_seen_at)",
  legal_hold: "insert",
  letter_choice: "insert",
  letter_timing: "insert",
  limits_draft: "insert",
  link_follow_up: "insert",
  message: "insert, update (body_sealed, read_at, read_by, taken_back_at)",
  noticed: "insert",
  note_apart: "insert",
  note_cosignature: "insert",
  note_template: "insert",
  note_version: "insert",
  one_time_link: "insert, update (mailed_hash, used_at, withdrawn_at)",
  outbox_letter:
    "insert, update (bounce_code, bounced_at, claim, claim_ends_at, due_at, handed_over_at, sent_at, set_aside_at, stands_for, to_address, tries)",
  partner_invitation: "insert",
  partner_invitation_step: "insert",
  partner_talk: "insert",
  passkey: "insert, update (counter, ended_at, last_used_at)",
  path_hold: "insert",
  practice: "insert, update (name, zone)",
  practice_detail: "insert",
  practice_letters: "insert",
  practice_reading: "insert",
  proposal_text: "insert",
  proposal_use: "insert",
  protocol_archiving: "insert",
  protocol_proposal_answer: "insert",
  protocol_version: "insert, update (definition, discarded_at, discarded_by, published_at, published_by, title)",
  push_note: "insert, update (due_at, sent_at, set_aside_at, tries)",
  push_subscription: "insert, update (ended_at, ended_for)",
  reading_mark: "insert",
  recovery_code: "insert, update (used_at)",
  reliability_choice: "insert",
  reminder_choice: "insert",
  report: "insert",
  report_sending: "insert",
  report_signature: "insert",
  report_withdrawal: "insert",
  record_export: "insert, update (content, done, ended_at, ends_at, taken_at)",
  research_export: "insert, update (done, ended_at, people, refusal, taken_at, total)",
  research_file: "insert",
  retention_rule: "insert",
  safety_check: "insert",
  safety_check_member: "insert",
  safety_decision: "insert",
  safety_event: "insert",
  safety_event_answer: "insert",
  safety_event_step: "insert",
  safety_event_word: "insert",
  safety_plan: "insert",
  safety_screen: "insert",
  safety_setting: "insert",
  safety_untold: "insert",
  session: "insert, update (last_seen_at, lock_tries, proved_at, revoked_at, revoked_for, stage, words_open_until)",
  session_note: "insert",
  share_decision: "insert",
  shipped_taken: "insert",
  set_up_list_step: "insert",
  sign_in_challenge: "insert, update (tries, used_at)",
  signal: "insert, update (data, hidden_until, is_both, key, resolved_at, shown_at, state)",
  signal_answer: "insert",
  signal_choice: "insert",
  signal_event: "insert",
  signal_round: "insert, update (edition, looked_at, next_at)",
  signal_threshold: "insert",
  stop_choice: "insert",
  spent_challenge: "none",
  staff_absence: "insert, update (ended_at, ended_by)",
  supervision: "insert, update (ended_at, ended_by)",
  swap_answer: "insert",
  swap_request: "insert",
  totp_factor: "insert, update (confirmed_at, last_step, locked_at, removed_at, wrong_codes)",
  working_hours: "insert",
};

/** Where the worker removes what is over: see runtime/worker/tidy.ts. Never a record of what somebody did or decided. */
const tidied = [
  ...["export_file", "known_device", "noticed", "one_time_link", "push_note", "push_subscription", "research_file"],
  ...["record_export", "session", "sign_in_challenge"],
];

/** Proof of who somebody is: the worker has no use for it, and may change nothing of an account. */
const notForWorker = ["passkey", "recovery_code", "totp_factor"];

/** What the eraser changes or adds beside what it removes (db/erasing). It reads every table, inside one practice. */
const erasers: Readonly<Record<string, string>> = {
  access_decision: "update (reason_sealed)",
  account: "update (email, is_careful, name, password_by_code, password_changed_at, password_hash, zone)",
  assessment: "update (assignment_id)",
  client: "update (last_activity, last_activity_at, partner_name, pronouns, zone)",
  client_step: "insert",
  enrolment_decision: "update (together_id)",
  erasure: "insert",
  erasure_step: "update (reason_sealed)",
};

const workersDoors = [
  "door_practices_waiting(timestamptz, timestamptz)",
  "door_all_practices()",
  "door_forget_attempts(timestamptz, integer)",
  "door_practices_with_push(timestamptz)",
];

/** States every privilege anew, in the migration's transaction, so that none is left over and none forgotten. */
export async function applyPrivileges(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; forced: boolean }>(
    "select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1",
  );
  await owner.query(`grant usage on schema public to ${app}, nearer_door, ${eraserRole}`);
  for (const { name, forced } of rows) {
    const write = writes[name];
    if (!write) throw new Error(`Say in db/privileges.ts what the application may do to the table ${name}.`);
    await owner.query(`revoke all on table "${name}" from public, ${app}, nearer_door, ${eraserRole}, ${resealerRole}`);
    if (!forced) await owner.query(`alter table "${name}" enable row level security, force row level security`);
    if (write === "worker" || write === "eraser") {
      await owner.query(`grant select on table "${name}" to ${app}`);
      if (write === "worker") await owner.query(`grant insert on table "${name}" to nearer_worker`);
    } else if (write !== "none") await owner.query(`grant select, ${write} on table "${name}" to ${app}`);
    const door = doorTables[name];
    if (door) await owner.query(`grant ${door} on table "${name}" to nearer_door`);
  }
  for (const { name } of rows) await applyEraser(owner, name);
  await applyResealer(owner);
  await owner.query(`revoke execute on all functions in schema public from public`);
  await owner.query(`grant execute on all functions in schema public to ${app}`);
  for (const table of notForWorker) await owner.query(`revoke all on table "${table}" from nearer_worker`);
  await owner.query(`revoke update on table account from nearer_worker`);
  // It locks rows of accounts while letters about them are set aside, for which PostgreSQL asks the right to change something.
  await owner.query(`grant update (practice_id) on table account to nearer_worker`);
  for (const table of tidied) await owner.query(`grant delete on table "${table}" to nearer_worker`);
  // Which practices there are and which wait is the worker's to know; the application has one practice at a time.
  for (const door of workersDoors) await owner.query(`revoke execute on function ${door} from nearer_app`);
}

/** The eraser is inside one practice as everybody is, and may remove rows of the tables that an erasing names. */
async function applyEraser(owner: Client, table: string): Promise<void> {
  if (writes[table] === "none") return;
  const mine = "practice_id = nullif(current_setting('app.practice_id', true), '')::uuid";
  const rights = [
    "select",
    ...(erasedTables.includes(table) ? ["delete"] : []),
    ...(erasers[table] ? [erasers[table]] : []),
  ];
  await owner.query(`drop policy if exists eraser on "${table}"`);
  await owner.query(`create policy eraser on "${table}" to ${eraserRole} using (${mine}) with check (${mine})`);
  await owner.query(`grant ${rights.join(", ")} on table "${table}" to ${eraserRole}`);
}
