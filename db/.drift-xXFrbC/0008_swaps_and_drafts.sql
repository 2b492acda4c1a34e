CREATE TABLE "swap_answer" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"decision_id" uuid,
	"words_sealed" text,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "swap_answer_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "swap_answer_kind" CHECK (("swap_answer"."kind" = 'decided') = ("swap_answer"."decision_id" is not null) and ("swap_answer"."kind" = 'declined') = ("swap_answer"."words_sealed" is not null))
);
--> statement-breakpoint
ALTER TABLE "swap_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "swap_request" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"exercise_key" text NOT NULL,
	"words_sealed" text,
	"asked_on" date NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "swap_request_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "swap_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "protocol_version" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "protocol_version" ADD COLUMN "discarded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "protocol_version" ADD COLUMN "discarded_by" uuid;--> statement-breakpoint
ALTER TABLE "swap_answer" ADD CONSTRAINT "swap_answer_practice_id_request_id_swap_request_practice_id_id_fk" FOREIGN KEY ("practice_id","request_id") REFERENCES "public"."swap_request"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_answer" ADD CONSTRAINT "swap_answer_practice_id_decision_id_enrolment_decision_practice_id_id_fk" FOREIGN KEY ("practice_id","decision_id") REFERENCES "public"."enrolment_decision"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_answer" ADD CONSTRAINT "swap_answer_practice_id_answered_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","answered_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_request" ADD CONSTRAINT "swap_request_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_request" ADD CONSTRAINT "swap_request_practice_id_enrolment_id_enrolment_practice_id_id_fk" FOREIGN KEY ("practice_id","enrolment_id") REFERENCES "public"."enrolment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "swap_answer_request" ON "swap_answer" USING btree ("practice_id","request_id","answered_at");--> statement-breakpoint
CREATE INDEX "swap_request_enrolment" ON "swap_request" USING btree ("practice_id","enrolment_id","asked_at");--> statement-breakpoint
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_practice_id_published_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","published_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_practice_id_discarded_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","discarded_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_version" ADD CONSTRAINT "protocol_version_discarded" CHECK ("protocol_version"."published_at" is null or "protocol_version"."discarded_at" is null);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "swap_answer" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("swap_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "swap_answer" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("swap_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "swap_answer" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("swap_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("swap_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "swap_answer" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("swap_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "swap_request" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("swap_request"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "swap_request" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("swap_request"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "swap_request" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("swap_request"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("swap_request"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "swap_request" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("swap_request"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);