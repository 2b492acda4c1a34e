CREATE TABLE "assignment_change" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"rule" jsonb NOT NULL,
	"answer_window" jsonb NOT NULL,
	"layout" text,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assignment_change_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "assignment_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "laid_through" date;--> statement-breakpoint
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_practice_id_assignment_id_assignment_practice_id_id_fk" FOREIGN KEY ("practice_id","assignment_id") REFERENCES "public"."assignment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_change" ADD CONSTRAINT "assignment_change_practice_id_changed_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","changed_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_change_once" ON "assignment_change" USING btree ("practice_id","assignment_id","edition");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "assignment_change" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("assignment_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "assignment_change" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("assignment_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "assignment_change" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("assignment_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("assignment_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "assignment_change" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("assignment_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);