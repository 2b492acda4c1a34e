CREATE TABLE "signal_answer" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"week" smallint NOT NULL,
	"note_sealed" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_answer_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "signal_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "signal_answer" ADD CONSTRAINT "signal_answer_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_answer" ADD CONSTRAINT "signal_answer_practice_id_answered_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","answered_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signal_answer_client" ON "signal_answer" USING btree ("practice_id","client_id","answered_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "signal_answer" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("signal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "signal_answer" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("signal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "signal_answer" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("signal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("signal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "signal_answer" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("signal_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);