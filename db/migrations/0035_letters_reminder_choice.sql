CREATE TABLE "reminder_choice" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"exercise_hour" smallint,
	"check_hour" smallint,
	"quiet_from" smallint,
	"quiet_to" smallint,
	"rest_until" date,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_choice_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "reminder_choice_hours" CHECK (coalesce("reminder_choice"."exercise_hour", 0) between 0 and 23 and coalesce("reminder_choice"."check_hour", 0) between 0 and 23
        and coalesce("reminder_choice"."quiet_from", 0) between 0 and 23 and coalesce("reminder_choice"."quiet_to", 0) between 0 and 23),
	CONSTRAINT "reminder_choice_quiet" CHECK (("reminder_choice"."quiet_from" is null) = ("reminder_choice"."quiet_to" is null))
);
--> statement-breakpoint
ALTER TABLE "reminder_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "reminder_choice" ADD CONSTRAINT "reminder_choice_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_choice_client" ON "reminder_choice" USING btree ("practice_id","client_id","chosen_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "reminder_choice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "reminder_choice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "reminder_choice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "reminder_choice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("reminder_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);