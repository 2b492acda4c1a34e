CREATE TABLE "emergency_access" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"reason_sealed" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "emergency_access_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "emergency_access_hour" CHECK ("emergency_access"."ends_at" > "emergency_access"."opened_at" and "emergency_access"."ends_at" <= "emergency_access"."opened_at" + interval '60 minutes')
);
--> statement-breakpoint
ALTER TABLE "emergency_access" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "emergency_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"access_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note_sealed" text,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "emergency_step_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "emergency_step_note" CHECK (("emergency_step"."kind" = 'reviewed') = ("emergency_step"."note_sealed" is not null))
);
--> statement-breakpoint
ALTER TABLE "emergency_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_practice_id_opened_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","opened_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_step" ADD CONSTRAINT "emergency_step_practice_id_access_id_emergency_access_practice_id_id_fk" FOREIGN KEY ("practice_id","access_id") REFERENCES "public"."emergency_access"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_step" ADD CONSTRAINT "emergency_step_practice_id_taken_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","taken_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "emergency_access_by" ON "emergency_access" USING btree ("practice_id","opened_by","ends_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "emergency_access_client" ON "emergency_access" USING btree ("practice_id","client_id","opened_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "emergency_step_once" ON "emergency_step" USING btree ("practice_id","access_id","kind");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "emergency_access" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("emergency_access"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "emergency_access" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("emergency_access"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "emergency_access" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("emergency_access"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("emergency_access"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "emergency_access" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("emergency_access"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "emergency_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("emergency_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "emergency_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("emergency_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "emergency_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("emergency_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("emergency_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "emergency_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("emergency_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);