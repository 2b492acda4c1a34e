CREATE TABLE "assessment" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"instrument_version_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"week_number" smallint,
	"opens_on" date NOT NULL,
	"due_on" date,
	"expires_on" date,
	"assignment_id" uuid,
	"assigned_by" uuid,
	"assigned_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"local_date" date,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"discussed_by" uuid,
	"discussed_at" timestamp with time zone,
	CONSTRAINT "assessment_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessment_answer" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"form" text NOT NULL,
	"value" numeric,
	"value_sealed" text,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_answer_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessment_flag" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "assessment_flag_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment_flag" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessment_pass" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "assessment_pass_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment_pass" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessment_score" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"form" text NOT NULL,
	"scale_key" text NOT NULL,
	"status" text NOT NULL,
	"score" numeric,
	"answered" smallint NOT NULL,
	"items" smallint NOT NULL,
	"instrument_version_id" uuid NOT NULL,
	CONSTRAINT "assessment_score_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "assessment_score_present" CHECK (("assessment_score"."status" = 'unscored') = ("assessment_score"."score" is null))
);
--> statement-breakpoint
ALTER TABLE "assessment_score" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessment_withdrawal" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason_sealed" text,
	"withdrawn_by" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_withdrawal_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment_withdrawal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignment" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"instrument_version_id" uuid NOT NULL,
	"rule" jsonb NOT NULL,
	"answer_window" jsonb NOT NULL,
	"layout" text,
	"assigned_by" uuid NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "assignment_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instrument_licence" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instrument_key" text NOT NULL,
	"note" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instrument_licence_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "instrument_licence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instrument_version" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instrument_version_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "instrument_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reliability_choice" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instrument_key" text NOT NULL,
	"uses_own_data" boolean NOT NULL,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reliability_choice_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "reliability_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid,
	"client_id" uuid,
	CONSTRAINT "audit_entry_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "client" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"therapist_id" uuid NOT NULL,
	"record_number" integer NOT NULL,
	"pronouns" text,
	"partner_name" text,
	"zone" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_activity_at" timestamp with time zone,
	"last_activity" text,
	CONSTRAINT "client_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "client" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"document" text NOT NULL,
	"version" integer NOT NULL,
	"decision" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "couple" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"first_client_id" uuid NOT NULL,
	"second_client_id" uuid NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "couple_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "couple_of_two" CHECK ("couple"."first_client_id" <> "couple"."second_client_id")
);
--> statement-breakpoint
ALTER TABLE "couple" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connection_check" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"score" smallint NOT NULL,
	"note_sealed" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "connection_check_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "connection_check_range" CHECK ("connection_check"."score" between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "connection_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connection_summary" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kept" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "connection_summary_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "connection_summary" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dimension_release" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dimension_release_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "dimension_release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempt_rating" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"rating" smallint NOT NULL,
	"rated_by" uuid NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_rating_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "attempt_rating_range" CHECK ("attempt_rating"."rating" between 0 and 4)
);
--> statement-breakpoint
ALTER TABLE "attempt_rating" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempt_seen" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"seen_by" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attempt_seen_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "attempt_seen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "distance_move" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"strategy" text NOT NULL,
	"situation_sealed" text,
	"instead_sealed" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "distance_move_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "distance_move" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exercise_attempt" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"exercise_key" text NOT NULL,
	"local_date" date NOT NULL,
	"outcome" text NOT NULL,
	"skip_reason" text,
	"anxiety_before" smallint,
	"anxiety_after" smallint,
	"how_it_went" smallint,
	"details_sealed" text,
	"reflection_sealed" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_attempt_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "exercise_attempt_anxiety" CHECK (coalesce("exercise_attempt"."anxiety_before", 0) between 0 and 10 and coalesce("exercise_attempt"."anxiety_after", 0) between 0 and 10),
	CONSTRAINT "exercise_attempt_went" CHECK (coalesce("exercise_attempt"."how_it_went", 0) between 0 and 4)
);
--> statement-breakpoint
ALTER TABLE "exercise_attempt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exercise_draft" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"exercise_key" text NOT NULL,
	"content_sealed" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercise_draft_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "exercise_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "access_decision" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "access_decision_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "access_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"password_hash" text,
	"password_changed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "account_role" CHECK ("account"."role" in ('owner', 'supervisor', 'therapist', 'client'))
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempt_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failure_at" timestamp with time zone NOT NULL,
	"open_again_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempt_limit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "one_time_link_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "one_time_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "practice" (
	"practice_id" uuid NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"zone" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_practice_id_pk" PRIMARY KEY("practice_id")
);
--> statement-breakpoint
ALTER TABLE "practice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"factor_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "recovery_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"stage" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"idle_seconds" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_for" text,
	CONSTRAINT "session_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_challenge" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_challenge_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supervision" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"supervisor_id" uuid NOT NULL,
	"therapist_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "supervision_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "supervision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "totp_factor" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"seed_sealed" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"last_step" bigint,
	CONSTRAINT "totp_factor_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "totp_factor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reading_mark" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"reading_key" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reading_mark_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "reading_mark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"attempt_id" uuid,
	"body_sealed" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "message_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox_letter" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"claim" uuid,
	"claim_ends_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_letter_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox_letter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "enrolment" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"protocol_version_id" uuid NOT NULL,
	"start_date" date NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrolment_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "enrolment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "enrolment_decision" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"change" jsonb NOT NULL,
	"undoes_id" uuid,
	"reason_sealed" text,
	"words_sealed" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrolment_decision_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "enrolment_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "enrolment_move" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"from_version_id" uuid NOT NULL,
	"to_version_id" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"reason_sealed" text NOT NULL,
	"moved_by" uuid NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrolment_move_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "enrolment_move" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "keep_going_plan" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"plan_sealed" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "keep_going_plan_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "keep_going_plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protocol_proposal_answer" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"answer" text NOT NULL,
	"answered_on" date NOT NULL,
	"evidence_sealed" text NOT NULL,
	"note_sealed" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "protocol_proposal_answer_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "protocol_proposal_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protocol_version" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "protocol_version_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "protocol_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "crisis_contact_list" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"country" text NOT NULL,
	"contacts" jsonb,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "crisis_contact_list_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "crisis_contact_list" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_decision" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"talked_alone" boolean NOT NULL,
	"reason_sealed" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_decision_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_event" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"source" text NOT NULL,
	"place" text,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_event_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_event_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"escalated_to" text,
	"note_sealed" text,
	"taken_by" uuid,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_event_step_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_event_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_screen" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_screen_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_screen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_setting" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"escalation_minutes" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_setting_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "safety_setting_minutes" CHECK ("safety_setting"."escalation_minutes" between 5 and 1440)
);
--> statement-breakpoint
ALTER TABLE "safety_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_instrument_version_id_instrument_version_practice_id_id_fk" FOREIGN KEY ("practice_id","instrument_version_id") REFERENCES "public"."instrument_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_assigned_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","assigned_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_reviewed_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","reviewed_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_discussed_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","discussed_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_practice_id_assignment_id_assignment_practice_id_id_fk" FOREIGN KEY ("practice_id","assignment_id") REFERENCES "public"."assignment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_answer" ADD CONSTRAINT "assessment_answer_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_flag" ADD CONSTRAINT "assessment_flag_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_pass" ADD CONSTRAINT "assessment_pass_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_pass" ADD CONSTRAINT "assessment_pass_practice_id_opened_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","opened_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_score" ADD CONSTRAINT "assessment_score_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_score" ADD CONSTRAINT "assessment_score_practice_id_instrument_version_id_instrument_version_practice_id_id_fk" FOREIGN KEY ("practice_id","instrument_version_id") REFERENCES "public"."instrument_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_withdrawal" ADD CONSTRAINT "assessment_withdrawal_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_withdrawal" ADD CONSTRAINT "assessment_withdrawal_practice_id_withdrawn_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","withdrawn_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_instrument_version_id_instrument_version_practice_id_id_fk" FOREIGN KEY ("practice_id","instrument_version_id") REFERENCES "public"."instrument_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_assigned_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","assigned_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_ended_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","ended_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_licence" ADD CONSTRAINT "instrument_licence_practice_id_recorded_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","recorded_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_version" ADD CONSTRAINT "instrument_version_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_version" ADD CONSTRAINT "instrument_version_practice_id_published_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","published_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reliability_choice" ADD CONSTRAINT "reliability_choice_practice_id_chosen_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","chosen_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client" ADD CONSTRAINT "client_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client" ADD CONSTRAINT "client_practice_id_therapist_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","therapist_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couple" ADD CONSTRAINT "couple_practice_id_first_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","first_client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "couple" ADD CONSTRAINT "couple_practice_id_second_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","second_client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_check" ADD CONSTRAINT "connection_check_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_summary" ADD CONSTRAINT "connection_summary_practice_id_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_release" ADD CONSTRAINT "dimension_release_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dimension_release" ADD CONSTRAINT "dimension_release_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_rating" ADD CONSTRAINT "attempt_rating_practice_id_attempt_id_exercise_attempt_practice_id_id_fk" FOREIGN KEY ("practice_id","attempt_id") REFERENCES "public"."exercise_attempt"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_rating" ADD CONSTRAINT "attempt_rating_practice_id_rated_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","rated_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_seen" ADD CONSTRAINT "attempt_seen_practice_id_attempt_id_exercise_attempt_practice_id_id_fk" FOREIGN KEY ("practice_id","attempt_id") REFERENCES "public"."exercise_attempt"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_seen" ADD CONSTRAINT "attempt_seen_practice_id_seen_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","seen_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distance_move" ADD CONSTRAINT "distance_move_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_attempt" ADD CONSTRAINT "exercise_attempt_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_attempt" ADD CONSTRAINT "exercise_attempt_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_draft" ADD CONSTRAINT "exercise_draft_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_decision" ADD CONSTRAINT "access_decision_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_decision" ADD CONSTRAINT "access_decision_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_practice_id_created_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","created_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_practice_id_factor_id_totp_factor_practice_id_id_fk" FOREIGN KEY ("practice_id","factor_id") REFERENCES "public"."totp_factor"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ADD CONSTRAINT "sign_in_challenge_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_practice_id_supervisor_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","supervisor_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_practice_id_therapist_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","therapist_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_factor" ADD CONSTRAINT "totp_factor_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_mark" ADD CONSTRAINT "reading_mark_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_practice_id_author_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","author_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_practice_id_attempt_id_exercise_attempt_practice_id_id_fk" FOREIGN KEY ("practice_id","attempt_id") REFERENCES "public"."exercise_attempt"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD CONSTRAINT "outbox_letter_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_practice_id_protocol_version_id_protocol_version_practice_id_id_fk" FOREIGN KEY ("practice_id","protocol_version_id") REFERENCES "public"."protocol_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_practice_id_created_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","created_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD CONSTRAINT "enrolment_decision_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD CONSTRAINT "enrolment_decision_practice_id_undoes_id_enrolment_decision_practice_id_id_fk" FOREIGN KEY ("practice_id","undoes_id") REFERENCES "public"."enrolment_decision"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD CONSTRAINT "enrolment_decision_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_from_version_id_protocol_version_practice_id_id_fk" FOREIGN KEY ("practice_id","from_version_id") REFERENCES "public"."protocol_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_to_version_id_protocol_version_practice_id_id_fk" FOREIGN KEY ("practice_id","to_version_id") REFERENCES "public"."protocol_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_moved_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","moved_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keep_going_plan" ADD CONSTRAINT "keep_going_plan_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keep_going_plan" ADD CONSTRAINT "keep_going_plan_practice_id_written_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","written_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_proposal_answer" ADD CONSTRAINT "protocol_proposal_answer_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_proposal_answer" ADD CONSTRAINT "protocol_proposal_answer_practice_id_answered_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","answered_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_practice_id_created_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","created_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_contact_list" ADD CONSTRAINT "crisis_contact_list_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crisis_contact_list" ADD CONSTRAINT "crisis_contact_list_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_decision" ADD CONSTRAINT "safety_decision_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_decision" ADD CONSTRAINT "safety_decision_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_event" ADD CONSTRAINT "safety_event_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_event_step" ADD CONSTRAINT "safety_event_step_practice_id_event_id_safety_event_practice_id_id_fk" FOREIGN KEY ("practice_id","event_id") REFERENCES "public"."safety_event"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_event_step" ADD CONSTRAINT "safety_event_step_practice_id_taken_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","taken_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_screen" ADD CONSTRAINT "safety_screen_practice_id_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_screen" ADD CONSTRAINT "safety_screen_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_setting" ADD CONSTRAINT "safety_setting_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_setting" ADD CONSTRAINT "safety_setting_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_occasion_once" ON "assessment" USING btree ("practice_id","client_id","occasion");--> statement-breakpoint
CREATE INDEX "assessment_client" ON "assessment" USING btree ("practice_id","client_id","submitted_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_answer_once" ON "assessment_answer" USING btree ("practice_id","assessment_id","item_id","form");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_flag_once" ON "assessment_flag" USING btree ("practice_id","assessment_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_pass_token_once" ON "assessment_pass" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_score_once" ON "assessment_score" USING btree ("practice_id","assessment_id","form","scale_key");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_withdrawal_once" ON "assessment_withdrawal" USING btree ("practice_id","assessment_id");--> statement-breakpoint
CREATE INDEX "assignment_client" ON "assignment" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "instrument_licence_key" ON "instrument_licence" USING btree ("practice_id","instrument_key","recorded_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "instrument_version_once" ON "instrument_version" USING btree ("practice_id","key","version");--> statement-breakpoint
CREATE INDEX "reliability_choice_key" ON "reliability_choice" USING btree ("practice_id","instrument_key","chosen_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("practice_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entry_client" ON "audit_entry" USING btree ("practice_id","client_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "client_account_once" ON "client" USING btree ("practice_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "client_record_once" ON "client" USING btree ("practice_id","record_number");--> statement-breakpoint
CREATE INDEX "client_therapist" ON "client" USING btree ("practice_id","therapist_id");--> statement-breakpoint
CREATE INDEX "consent_client" ON "consent" USING btree ("practice_id","client_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "couple_first_once" ON "couple" USING btree ("practice_id","first_client_id") WHERE "couple"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "couple_second_once" ON "couple" USING btree ("practice_id","second_client_id") WHERE "couple"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "connection_check_client" ON "connection_check" USING btree ("practice_id","client_id","recorded_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "dimension_release_assessment" ON "dimension_release" USING btree ("practice_id","assessment_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "attempt_rating_attempt" ON "attempt_rating" USING btree ("practice_id","attempt_id","rated_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_seen_once" ON "attempt_seen" USING btree ("practice_id","attempt_id");--> statement-breakpoint
CREATE INDEX "distance_move_client" ON "distance_move" USING btree ("practice_id","client_id","local_date" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "exercise_attempt_client" ON "exercise_attempt" USING btree ("practice_id","client_id","local_date" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "exercise_draft_once" ON "exercise_draft" USING btree ("practice_id","client_id","exercise_key");--> statement-breakpoint
CREATE INDEX "access_decision_account" ON "access_decision" USING btree ("practice_id","account_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "account_email_once" ON "account" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_link_token_once" ON "one_time_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "one_time_link_account" ON "one_time_link" USING btree ("practice_id","account_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_code_once" ON "recovery_code" USING btree ("practice_id","account_id","code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token_once" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("practice_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_challenge_token_once" ON "sign_in_challenge" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sign_in_challenge_account" ON "sign_in_challenge" USING btree ("practice_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_once" ON "supervision" USING btree ("practice_id","supervisor_id","therapist_id") WHERE "supervision"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "totp_factor_one_active" ON "totp_factor" USING btree ("practice_id","account_id") WHERE "totp_factor"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reading_mark_once" ON "reading_mark" USING btree ("practice_id","client_id","reading_key");--> statement-breakpoint
CREATE INDEX "message_client" ON "message" USING btree ("practice_id","client_id","sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_letter_once" ON "outbox_letter" USING btree ("practice_id","account_id","occasion");--> statement-breakpoint
CREATE INDEX "outbox_letter_unsent" ON "outbox_letter" USING btree ("due_at") WHERE "outbox_letter"."sent_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_client_start" ON "enrolment" USING btree ("practice_id","client_id","start_date");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_decision_undone_once" ON "enrolment_decision" USING btree ("practice_id","undoes_id");--> statement-breakpoint
CREATE INDEX "enrolment_decision_enrolment" ON "enrolment_decision" USING btree ("practice_id","enrolment_id","decided_at");--> statement-breakpoint
CREATE INDEX "enrolment_move_enrolment" ON "enrolment_move" USING btree ("practice_id","enrolment_id","moved_at");--> statement-breakpoint
CREATE INDEX "keep_going_plan_enrolment" ON "keep_going_plan" USING btree ("practice_id","enrolment_id","written_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "protocol_proposal_answer_enrolment" ON "protocol_proposal_answer" USING btree ("practice_id","enrolment_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "protocol_version_once" ON "protocol_version" USING btree ("practice_id","key","version");--> statement-breakpoint
CREATE INDEX "crisis_contact_list_newest" ON "crisis_contact_list" USING btree ("practice_id","country","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "safety_decision_client" ON "safety_decision" USING btree ("practice_id","client_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "safety_event_client" ON "safety_event" USING btree ("practice_id","client_id","opened_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "safety_event_step_event" ON "safety_event_step" USING btree ("practice_id","event_id","taken_at");--> statement-breakpoint
CREATE INDEX "safety_screen_client" ON "safety_screen" USING btree ("practice_id","client_id","answered_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "safety_setting_newest" ON "safety_setting" USING btree ("practice_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assessment" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assessment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assessment" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assessment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assessment" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assessment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assessment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assessment" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assessment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assessment_answer" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assessment_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assessment_answer" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assessment_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assessment_answer" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assessment_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assessment_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assessment_answer" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assessment_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assessment_flag" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assessment_flag"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assessment_flag" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assessment_flag"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assessment_flag" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assessment_flag"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assessment_flag"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assessment_flag" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assessment_flag"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assessment_pass" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assessment_pass" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assessment_pass" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assessment_pass" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assessment_pass"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "assessment_pass" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assessment_score" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assessment_score"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assessment_score" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assessment_score"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assessment_score" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assessment_score"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assessment_score"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assessment_score" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assessment_score"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assessment_withdrawal" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assessment_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assessment_withdrawal" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assessment_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assessment_withdrawal" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assessment_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assessment_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assessment_withdrawal" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assessment_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assignment" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assignment" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assignment" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assignment" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assignment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "instrument_licence" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "instrument_licence" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "instrument_licence" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "instrument_licence" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("instrument_licence"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "instrument_version" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("instrument_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "instrument_version" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("instrument_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "instrument_version" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("instrument_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("instrument_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "instrument_version" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("instrument_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "reliability_choice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "reliability_choice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "reliability_choice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "reliability_choice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("reliability_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "audit_entry" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("audit_entry"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "audit_entry" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("audit_entry"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "audit_entry" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("audit_entry"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("audit_entry"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "audit_entry" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("audit_entry"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "client" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("client"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "client" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("client"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "client" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("client"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("client"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "client" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("client"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "client" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "consent" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("consent"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "consent" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("consent"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "consent" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("consent"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("consent"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "consent" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("consent"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "consent" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "couple" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("couple"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "couple" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("couple"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "couple" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("couple"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("couple"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "couple" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("couple"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "connection_check" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("connection_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "connection_check" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("connection_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "connection_check" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("connection_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("connection_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "connection_check" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("connection_check"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "connection_summary" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "connection_summary" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "connection_summary" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "connection_summary" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("connection_summary"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "dimension_release" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "dimension_release" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "dimension_release" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "dimension_release" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("dimension_release"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "attempt_rating" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("attempt_rating"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "attempt_rating" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("attempt_rating"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "attempt_rating" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("attempt_rating"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("attempt_rating"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "attempt_rating" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("attempt_rating"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "attempt_seen" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "attempt_seen" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "attempt_seen" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "attempt_seen" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("attempt_seen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "distance_move" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("distance_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "distance_move" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("distance_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "distance_move" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("distance_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("distance_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "distance_move" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("distance_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "exercise_attempt" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("exercise_attempt"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "exercise_attempt" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("exercise_attempt"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "exercise_attempt" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("exercise_attempt"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("exercise_attempt"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "exercise_attempt" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("exercise_attempt"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "exercise_draft" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("exercise_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "exercise_draft" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("exercise_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "exercise_draft" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("exercise_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("exercise_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "exercise_draft" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("exercise_draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "access_decision" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("access_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "access_decision" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("access_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "access_decision" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("access_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("access_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "access_decision" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("access_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "access_decision" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "account" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("account"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "account" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("account"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "account" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("account"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("account"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "account" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("account"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "account" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "door_all" ON "attempt_limit" AS PERMISSIVE FOR ALL TO "nearer_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "one_time_link" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("one_time_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "one_time_link" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("one_time_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "one_time_link" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("one_time_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("one_time_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "one_time_link" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("one_time_link"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "one_time_link" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "practice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("practice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "practice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("practice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "practice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("practice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("practice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "practice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("practice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "practice" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "recovery_code" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("recovery_code"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "recovery_code" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("recovery_code"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "recovery_code" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("recovery_code"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("recovery_code"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "recovery_code" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("recovery_code"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "session" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("session"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "session" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("session"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "session" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("session"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("session"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "session" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("session"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "session" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "door_update" ON "session" AS PERMISSIVE FOR UPDATE TO "nearer_door" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "sign_in_challenge" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("sign_in_challenge"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "sign_in_challenge" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("sign_in_challenge"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "sign_in_challenge" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("sign_in_challenge"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("sign_in_challenge"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "sign_in_challenge" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("sign_in_challenge"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "sign_in_challenge" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "supervision" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("supervision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "supervision" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("supervision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "supervision" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("supervision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("supervision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "supervision" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("supervision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "totp_factor" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("totp_factor"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "totp_factor" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("totp_factor"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "totp_factor" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("totp_factor"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("totp_factor"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "totp_factor" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("totp_factor"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "reading_mark" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "reading_mark" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "reading_mark" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "reading_mark" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("reading_mark"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "message" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("message"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "message" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("message"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "message" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("message"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("message"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "message" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("message"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "outbox_letter" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "outbox_letter" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "outbox_letter" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "outbox_letter" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("outbox_letter"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "outbox_letter" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "enrolment" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("enrolment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "enrolment" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("enrolment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "enrolment" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("enrolment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("enrolment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "enrolment" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("enrolment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "enrolment_decision" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("enrolment_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "enrolment_decision" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("enrolment_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "enrolment_decision" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("enrolment_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("enrolment_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "enrolment_decision" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("enrolment_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "enrolment_move" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("enrolment_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "enrolment_move" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("enrolment_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "enrolment_move" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("enrolment_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("enrolment_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "enrolment_move" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("enrolment_move"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "keep_going_plan" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("keep_going_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "keep_going_plan" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("keep_going_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "keep_going_plan" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("keep_going_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("keep_going_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "keep_going_plan" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("keep_going_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "protocol_proposal_answer" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("protocol_proposal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "protocol_proposal_answer" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("protocol_proposal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "protocol_proposal_answer" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("protocol_proposal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("protocol_proposal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "protocol_proposal_answer" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("protocol_proposal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "protocol_version" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("protocol_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "protocol_version" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("protocol_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "protocol_version" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("protocol_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("protocol_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "protocol_version" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("protocol_version"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "crisis_contact_list" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "crisis_contact_list" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "crisis_contact_list" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "crisis_contact_list" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("crisis_contact_list"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_decision" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_decision" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_decision" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_decision" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_decision"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_event" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_event" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_event" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_event" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "safety_event" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_event_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_event_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_event_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_event_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_event_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_event_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_event_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_event_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_event_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "door_select" ON "safety_event_step" AS PERMISSIVE FOR SELECT TO "nearer_door" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_screen" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_screen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_screen" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_screen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_screen" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_screen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_screen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_screen" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_screen"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_setting" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_setting" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_setting" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_setting" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_setting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);