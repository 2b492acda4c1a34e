CREATE TABLE "correction" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"about" text NOT NULL,
	"about_id" uuid NOT NULL,
	"before_sealed" text NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "correction_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"place" text NOT NULL,
	"version" integer NOT NULL,
	"content_sealed" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_practice_id_account_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","account_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_about" ON "correction" USING btree ("practice_id","about","about_id","corrected_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "draft_once" ON "draft" USING btree ("practice_id","account_id","place");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "correction" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "correction" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "correction" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "correction" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "draft" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "draft" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "draft" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "draft" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("draft"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
-- Words that somebody had begun stay as they were sealed: version -1 says that they open under their old name.
INSERT INTO "draft" ("practice_id", "id", "account_id", "place", "version", "content_sealed", "saved_at")
SELECT d."practice_id", d."id", c."account_id", 'exercise/' || d."exercise_key" || '/' || d."form", -1, d."content_sealed", d."saved_at"
FROM "exercise_draft" d JOIN "client" c ON c."practice_id" = d."practice_id" AND c."id" = d."client_id"
WHERE c."account_id" IS NOT NULL;
