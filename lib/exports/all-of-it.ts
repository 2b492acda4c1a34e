/**
 * What “all of it” holds, part by part, with the tables that each is read from. What tells of safety, of staff among themselves
 * or of who read what is delicate: it is in the file only where the clinician put it there.
 */
export const wholeParts = {
  person: {
    title: "Who it is, and what was put right",
    tables: [
      "client_correction",
      "client_region",
      "client_transfer",
      "client_step",
      "address_change",
      "address_safety",
    ],
    isDelicate: false,
  },
  agreement: { title: "The agreement", tables: ["consent"], isDelicate: false },
  path: {
    title: "The path, and what was decided about it",
    tables: [
      ...["enrolment", "enrolment_decision", "enrolment_move", "baseline_waiver", "path_hold", "keep_going_plan"],
      ...["swap_request", "swap_answer", "protocol_proposal_answer"],
    ],
    isDelicate: false,
  },
  practice: {
    title: "Checks, exercises and moves away",
    tables: [
      ...["connection_check", "distance_move", "exercise_attempt", "attempt_rating"],
      ...["attempt_seen", "correction", "exercises_away", "reading_mark", "reminder_choice"],
    ],
    isDelicate: false,
  },
  assessments: {
    title: "Assessments, answers and scores",
    tables: [
      ...["assignment", "assignment_change", "assessment", "assessment_answer", "assessment_score", "assessment_flag"],
      ...["assessment_import", "assessment_withdrawal", "dimension_release"],
    ],
    isDelicate: false,
  },
  goals: { title: "Goals", tables: ["goal", "goal_step"], isDelicate: false },
  messages: { title: "Messages", tables: ["message"], isDelicate: false },
  sessions: {
    title: "Sessions with this person alone, and their signed notes",
    tables: [
      ...["appointment", "appointment_step", "appointment_wish"],
      ...["session_note", "note_version", "note_cosignature"],
    ],
    isDelicate: false,
  },
  reports: {
    title: "Reports, and files that were made",
    tables: ["report", "report_signature", "report_sending", "report_withdrawal"],
    isDelicate: false,
  },
  caseload: {
    title: "What the caseload said, and what staff noted about it",
    tables: ["signal", "signal_answer", "signal_choice", "signal_event", "chart_note", "chart_note_step"],
    isDelicate: true,
  },
  partner: {
    title: "What was decided about a partner and about sharing",
    tables: ["partner_talk", "partner_invitation_step", "share_decision", "link_follow_up"],
    isDelicate: true,
  },
  safety: {
    title: "Safety questions, events and decisions",
    tables: [
      ...["safety_check_member", "check_sitting", "check_answer", "check_words_read", "safety_screen"],
      ...["safety_decision", "safety_event", "safety_event_answer", "safety_event_step", "safety_event_word"],
      ...["stop_choice", "proposal_use", "assessment", "assessment_answer", "assessment_score", "assessment_flag"],
    ],
    isDelicate: true,
  },
  law: {
    title: "What was asked about erasing, holds, and courts",
    tables: ["erasure_step", "legal_hold", "court_demand", "harm_test"],
    isDelicate: true,
  },
  access: {
    title: "Who read and did what",
    tables: ["audit_entry", "emergency_access", "emergency_step"],
    isDelicate: true,
  },
} as const satisfies Record<string, { title: string; tables: readonly string[]; isDelicate: boolean }>;

export type WholePart = keyof typeof wholeParts;
export const wholePartKeys = Object.keys(wholeParts) as [WholePart, ...WholePart[]];

/** Tables about the person that are in no such file, each with the reason, which the file says. */
export const neverGiven: Readonly<Record<string, string>> = {
  assessment_pass: "a key to a device",
  calendar_feed: "a key to a calendar",
  caseload_look: "how somebody’s own list is drawn",
  caseload_row: "an order of a list, worked out anew at every look",
  chart_choice: "how a page is drawn",
  connection_summary: "worked out from the checks",
  contact_card: "the safe way to reach somebody stands in the record alone",
  couple_release: "holds the other person’s figures too",
  credential_change: "about the sign-in, and told there",
  draft: "words that were never sent",
  export_file: "a file like this one, for an hour",
  record_export: "a file of the record, for a day",
  factor_reset: "about the sign-in",
  known_device: "about the sign-in",
  letter_choice: "about letters, and shown on the account page",
  letter_timing: "about letters, of staff",
  note_apart: "their author’s alone",
  noticed: "about the sign-in",
  one_time_link: "a key to the portal",
  outbox_letter: "letters say that something waits, and nothing else",
  partner_invitation: "names another person",
  passkey: "a key to the portal",
  push_note: "a note on a device, in words that tell nothing",
  push_subscription: "a key to a device",
  recovery_code: "a key to the portal",
  safety_check: "asked of two at once: what is the person’s own stands with each of them",
  safety_plan: "the safety plan stands in the record alone",
  safety_untold: "names a colleague who is never told",
  session: "a key to the portal",
  sign_in_challenge: "a key to the portal",
  signal_round: "when the caseload was worked out",
  totp_factor: "a key to the portal",
};

/** One row as it is given: what each value is called, and the value. */
export type WholeRow = Readonly<Record<string, unknown>>;
export type WholeTable = { table: string; rows: readonly WholeRow[] };
export type WholeRecord = {
  recordNumber: number;
  madeAt: string;
  leftOut: readonly WholePart[];
  parts: readonly { part: WholePart; tables: readonly WholeTable[] }[];
};

/** A name of the database as words: `decided_at` is “decided at”. */
export const asWords = (name: string): string => name.replace(/_sealed$/, "").replaceAll("_", " ");
