CREATE TABLE "caseload_look" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name_sealed" text NOT NULL,
	"query" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "caseload_look_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "caseload_look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "caseload_row_old";--> statement-breakpoint
DROP INDEX "signal_round_next";--> statement-breakpoint
ALTER TABLE "caseload_row" ADD COLUMN "session_key" bigint DEFAULT 999999999999999 NOT NULL;--> statement-breakpoint
ALTER TABLE "caseload_row" ADD COLUMN "edition" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "is_to_several" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "signal_round" ADD COLUMN "edition" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "caseload_look" ADD CONSTRAINT "caseload_look_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "caseload_look_own" ON "caseload_look" USING btree ("practice_id","account_id","kept_at");--> statement-breakpoint
CREATE INDEX "caseload_row_session" ON "caseload_row" USING btree ("practice_id","tier","session_key","name_key","client_id") WHERE "caseload_row"."is_listed";--> statement-breakpoint
CREATE INDEX "caseload_row_old" ON "caseload_row" USING btree ("practice_id","edition","good_until");--> statement-breakpoint
CREATE INDEX "signal_round_next" ON "signal_round" USING btree ("practice_id","edition","next_at");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "caseload_look" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("caseload_look"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "caseload_look" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("caseload_look"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "caseload_look" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("caseload_look"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("caseload_look"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "caseload_look" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("caseload_look"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);