/** One statement of an erasing: a table, and which of its rows. `$1` is the practice, `$2` the client, `$3` their account. */
export type Step = readonly [table: string, which: string];

const own = "client_id = $2";
const ofAccount = "account_id = $3";
const among = (column: string, table: string, which: string) =>
  `${column} in (select id from ${table} where practice_id = $1 and ${which})`;

const ownSessions = (column = "appointment_id") => among(column, "appointment", own);
const ownNotes = among("note_id", "session_note", ownSessions());
const ownAttempts = among("attempt_id", "exercise_attempt", own);
const ownAssessments = among("assessment_id", "assessment", own);
const ownWeeks = among("enrolment_id", "enrolment", own);
const ownDecisions = (column: string) => among(column, "enrolment_decision", ownWeeks);
const ownReports = among("report_id", "report", own);
const ownSignals = among("signal_id", "signal", own);
const ownEvents = among("event_id", "safety_event", own);
const ownCheckSittings = among("sitting_id", "check_sitting", own);
const ownLinks = among("couple_id", "couple", "$2 in (first_client_id, second_client_id)");
const ofSafety = `${ownAssessments.replace("assessment_id in", "id in")} and exists (select 1 from instrument_version v
  where v.practice_id = $1 and v.id = assessment.instrument_version_id and v.definition ->> 'sensitivity' = 'safety')`;

/** Sittings that entries about safety point at: they are kept as long as these are, without what else was answered. */
const keptSitting = `(select assessment_id from check_sitting where practice_id = $1 and client_id = $2 and assessment_id is not null
  union select assessment_id from safety_screen where practice_id = $1 and client_id = $2 and assessment_id is not null
  union select assessment_id from safety_check_member where practice_id = $1 and client_id = $2 and assessment_id is not null
  union select assessment_id from safety_event_answer where practice_id = $1 and assessment_id is not null and ${ownEvents})`;
const answeredElse = `${ownAssessments} and assessment_id not in (select id from assessment where practice_id = $1 and ${ofSafety})`;

/** Before anything is removed: what other rows point at is let go. */
export const letGo: readonly string[] = [
  `update enrolment_decision set together_id = null where practice_id = $1 and not (${ownWeeks}) and ${ownDecisions("together_id")}`,
  `update assessment set assignment_id = null where practice_id = $1 and ${own}`,
];

/** Kept anew from what is there whenever something is entered about the client: gone with either. */
const signals: readonly Step[] = [
  ["signal_choice", ownSignals],
  ["signal_event", ownSignals],
  ["signal", own],
  ["signal_answer", own],
  ["signal_round", "id = $2"],
  ["caseload_row", own],
];

/** Everything of one person but what is about safety, children first. */
export const person: readonly Step[] = [
  ["note_cosignature", ownNotes],
  ["note_version", ownNotes],
  ["session_note", ownSessions()],
  ["note_apart", ownSessions()],
  ["goal_step", among("goal_id", "goal", own)],
  ["goal", own],
  ["chart_note_step", among("chart_note_id", "chart_note", own)],
  ["chart_note", own],
  ["appointment_wish", `(${own} or ${ownSessions()})`],
  ["appointment_step", ownSessions()],
  ["appointment", own],
  ["message", own],
  ["attempt_seen", ownAttempts],
  ["attempt_rating", ownAttempts],
  ["correction", own],
  ["exercise_attempt", own],
  ["connection_check", own],
  ["connection_summary", "id = $2"],
  ["distance_move", own],
  ["exercises_away", own],
  ["path_hold", own],
  ["reading_mark", own],
  ["reminder_choice", own],
  ["swap_answer", among("request_id", "swap_request", own)],
  ["swap_request", own],
  ["couple_release", ownLinks],
  ["share_decision", own],
  ["link_follow_up", own],
  ["dimension_release", ownAssessments],
  ["assessment_withdrawal", ownAssessments],
  ["assessment_import", ownAssessments],
  ["assessment_pass", ownAssessments],
  ["assessment_flag", answeredElse],
  ["assessment_score", answeredElse],
  ["assessment_answer", answeredElse],
  ["assessment", `${own} and id not in ${keptSitting}`],
  ["assignment_change", among("assignment_id", "assignment", own)],
  ["assignment", own],
  ["baseline_waiver", ownWeeks],
  ["keep_going_plan", ownWeeks],
  ["protocol_proposal_answer", ownWeeks],
  ["enrolment_move", ownWeeks],
  ["enrolment_decision", ownWeeks],
  ["enrolment", own],
  ["report_withdrawal", ownReports],
  ["report_sending", ownReports],
  ["report_signature", ownReports],
  ["report", own],
  ["export_file", own],
  ["record_export", own],
  ...signals,
  ["partner_invitation_step", among("invitation_id", "partner_invitation", own)],
  ["partner_invitation", own],
  ["partner_talk", own],
  ["contact_card", own],
  ["safety_plan", own],
  ["safety_untold", own],
  ["client_correction", own],
  ["client_region", own],
  ["client_transfer", own],
  ["client_step", own],
  ["address_change", own],
  ["consent", own],
  ["court_demand", own],
  ["legal_hold", own],
  ["harm_test", own],
  ["emergency_step", among("access_id", "emergency_access", own)],
  ["emergency_access", own],
  ["address_safety", ofAccount],
  ["calendar_feed", ofAccount],
  ["caseload_look", ofAccount],
  ["chart_choice", ofAccount],
  ["credential_change", ofAccount],
  ["draft", `(${ofAccount} or place like '%' || $2::text || '%')`],
  ["factor_reset", ofAccount],
  ["recovery_code", ofAccount],
  ["totp_factor", ofAccount],
  ["known_device", ofAccount],
  ["noticed", ofAccount],
  ["letter_choice", ofAccount],
  ["letter_timing", ofAccount],
  ["one_time_link", ofAccount],
  ["outbox_letter", ofAccount],
  ["passkey", ofAccount],
  ["push_note", among("subscription_id", "push_subscription", ofAccount)],
  ["push_subscription", ofAccount],
  ["session", ofAccount],
  ["sign_in_challenge", ofAccount],
];

/** What names nobody stays: the record’s number, and for whom its account was. */
export const nameless: readonly string[] = [
  `update account set name = 'Erased', email = $3::text || '@erased.invalid', zone = 'UTC', password_hash = null,
     password_changed_at = null, password_by_code = false, is_careful = false where practice_id = $1 and id = $3`,
  `update client set pronouns = null, partner_name = null, zone = 'UTC', last_activity = null, last_activity_at = null
    where practice_id = $1 and id = $2`,
  `update access_decision set reason_sealed = null where practice_id = $1 and account_id = $3`,
  `update erasure_step set reason_sealed = null where practice_id = $1 and client_id = $2`,
];

/** What is about safety, once its time is over. */
export const safety: readonly Step[] = [
  ...signals,
  ["safety_event_word", ownEvents],
  ["safety_event_step", ownEvents],
  ["safety_event_answer", ownEvents],
  ["safety_event", own],
  ["check_words_read", among("answer_id", "check_answer", ownCheckSittings)],
  ["check_answer", ownCheckSittings],
  ["check_sitting", own],
  ["safety_screen", own],
  ["safety_decision", own],
  ["proposal_use", own],
  ["stop_choice", own],
  ["safety_check_member", own],
  [
    "safety_check",
    "couple_id is null and not exists (select 1 from safety_check_member m where m.practice_id = $1 and m.check_id = safety_check.id)",
  ],
  ["assessment_flag", ownAssessments],
  ["assessment_score", ownAssessments],
  ["assessment_answer", ownAssessments],
  ["assessment", own],
];
