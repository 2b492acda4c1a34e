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
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_from_version_id_protocol_version_practice_id_id_fk" FOREIGN KEY ("practice_id","from_version_id") REFERENCES "public"."protocol_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_to_version_id_protocol_version_practice_id_id_fk" FOREIGN KEY ("practice_id","to_version_id") REFERENCES "public"."protocol_version"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_move" ADD CONSTRAINT "enrolment_move_practice_id_moved_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","moved_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keep_going_plan" ADD CONSTRAINT "keep_going_plan_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keep_going_plan" ADD CONSTRAINT "keep_going_plan_practice_id_written_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","written_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_proposal_answer" ADD CONSTRAINT "protocol_proposal_answer_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_proposal_answer" ADD CONSTRAINT "protocol_proposal_answer_practice_id_answered_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","answered_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enrolment_move_enrolment" ON "enrolment_move" USING btree ("practice_id","enrolment_id","moved_at");--> statement-breakpoint
CREATE INDEX "keep_going_plan_enrolment" ON "keep_going_plan" USING btree ("practice_id","enrolment_id","written_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "protocol_proposal_answer_enrolment" ON "protocol_proposal_answer" USING btree ("practice_id","enrolment_id","answered_at");--> statement-breakpoint
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
CREATE POLICY "tenant_delete" ON "protocol_proposal_answer" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("protocol_proposal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);