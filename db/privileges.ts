import type { Client } from "pg";

const app = "nearer_app, nearer_worker";

/** What the application may do to each table, beyond reading it. A table that is not named here stops the migration. */
const writes: Record<string, "insert" | "insert, update" | "insert, delete" | "insert, update, delete" | "none"> = {
  access_decision: "insert",
  account: "insert, update",
  address_change: "insert",
  address_safety: "insert",
  appointment: "insert",
  appointment_step: "insert",
  appointment_wish: "insert",
  assessment: "insert, update",
  assessment_answer: "insert, update, delete",
  assessment_flag: "insert",
  assessment_import: "insert",
  assessment_pass: "insert, update",
  assessment_score: "insert",
  assessment_withdrawal: "insert",
  assignment: "insert, update",
  assignment_change: "insert",
  attempt_limit: "none",
  attempt_rating: "insert",
  attempt_seen: "insert, delete",
  audit_entry: "insert",
  calendar_feed: "insert",
  chart_choice: "insert, update",
  check_answer: "insert",
  check_sitting: "insert, update",
  check_words_read: "insert",
  client: "insert, update",
  client_correction: "insert",
  client_region: "insert",
  connection_check: "insert, update",
  connection_summary: "insert, update",
  client_step: "insert",
  client_transfer: "insert",
  confidentiality_limits: "insert",
  consent: "insert",
  contact_card: "insert",
  correction: "insert",
  couple: "insert, update",
  couple_release: "insert",
  credential_change: "insert, update",
  crisis_contact_list: "insert",
  dimension_release: "insert",
  distance_move: "insert, update",
  draft: "insert, update, delete",
  enrolment: "insert, update",
  enrolment_decision: "insert",
  enrolment_move: "insert",
  exercise_attempt: "insert, update",
  exercises_away: "insert",
  export_file: "insert",
  factor_reset: "insert",
  instrument_archiving: "insert",
  instrument_licence: "insert",
  instrument_version: "insert, update",
  keep_going_plan: "insert",
  known_device: "insert, update",
  letter_choice: "insert",
  letter_timing: "insert",
  link_follow_up: "insert",
  message: "insert, update",
  note_apart: "insert",
  note_cosignature: "insert",
  note_template: "insert",
  note_version: "insert",
  one_time_link: "insert, update",
  outbox_letter: "insert, update",
  partner_invitation: "insert",
  partner_invitation_step: "insert",
  partner_talk: "insert",
  passkey: "insert, update",
  path_hold: "insert",
  practice: "insert, update",
  practice_letters: "insert",
  practice_reading: "insert",
  proposal_text: "insert",
  proposal_use: "insert",
  protocol_archiving: "insert",
  protocol_proposal_answer: "insert",
  protocol_version: "insert, update",
  push_note: "insert, update",
  push_subscription: "insert, update",
  reading_mark: "insert",
  recovery_code: "insert, update",
  reliability_choice: "insert",
  reminder_choice: "insert",
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
  session: "insert, update",
  session_note: "insert",
  share_decision: "insert",
  shipped_taken: "insert",
  sign_in_challenge: "insert, update",
  signal: "insert, update",
  signal_answer: "insert",
  signal_choice: "insert",
  signal_event: "insert",
  signal_round: "insert, update",
  signal_threshold: "insert",
  stop_choice: "insert",
  spent_challenge: "none",
  staff_absence: "insert, update",
  supervision: "insert, update",
  swap_answer: "insert",
  swap_request: "insert",
  totp_factor: "insert, update",
  working_hours: "insert",
};

/** Where the worker removes what is over: see runtime/worker/tidy.ts. Never a record of what somebody did or decided. */
const tidied = [
  ...["export_file", "known_device", "one_time_link", "push_note", "push_subscription", "session", "sign_in_challenge"],
];

const workersDoors = [
  "door_practices_waiting(timestamptz, timestamptz)",
  "door_all_practices()",
  "door_forget_attempts(timestamptz, integer)",
  "door_practices_with_push(timestamptz)",
];

const doorTables: Record<string, string> = {
  access_decision: "select",
  account: "select",
  assessment_pass: "select",
  attempt_limit: "select, insert, update, delete",
  client: "select",
  consent: "select",
  known_device: "select",
  one_time_link: "select",
  outbox_letter: "select",
  passkey: "select",
  practice: "select",
  push_note: "select",
  push_subscription: "select, update",
  safety_event: "select",
  safety_event_step: "select",
  session: "select, update",
  sign_in_challenge: "select",
  spent_challenge: "select, insert, update, delete",
};

/** States every privilege anew, in the migration's transaction, so that none is left over and none forgotten. */
export async function applyPrivileges(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; forced: boolean }>(
    "select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1",
  );
  await owner.query(`grant usage on schema public to ${app}, nearer_door`);
  for (const { name, forced } of rows) {
    const write = writes[name];
    if (!write) throw new Error(`Say in db/privileges.ts what the application may do to the table ${name}.`);
    await owner.query(`revoke all on table "${name}" from public, ${app}, nearer_door`);
    if (!forced) await owner.query(`alter table "${name}" enable row level security, force row level security`);
    if (write !== "none") await owner.query(`grant select, ${write} on table "${name}" to ${app}`);
    const door = doorTables[name];
    if (door) await owner.query(`grant ${door} on table "${name}" to nearer_door`);
  }
  await owner.query(`revoke execute on all functions in schema public from public`);
  await owner.query(`grant execute on all functions in schema public to ${app}`);
  for (const table of tidied) await owner.query(`grant delete on table "${table}" to nearer_worker`);
  // Which practices there are and which wait is the worker's to know; the application has one practice at a time.
  for (const door of workersDoors) await owner.query(`revoke execute on function ${door} from nearer_app`);
}
