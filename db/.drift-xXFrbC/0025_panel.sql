CREATE TABLE "proposal_text" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text,
	"words" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_text_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "proposal_text_whole" CHECK (("proposal_text"."title" is null) = ("proposal_text"."words" is null))
);
--> statement-breakpoint
ALTER TABLE "proposal_text" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposal_use" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"key" text NOT NULL,
	"text_id" uuid,
	"note_sealed" text,
	"offered_by" uuid NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_use_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "proposal_use" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "proposal_text" ADD CONSTRAINT "proposal_text_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_text" ADD CONSTRAINT "proposal_text_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_use" ADD CONSTRAINT "proposal_use_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_use" ADD CONSTRAINT "proposal_use_practice_id_text_id_proposal_text_practice_id_id_fk" FOREIGN KEY ("practice_id","text_id") REFERENCES "public"."proposal_text"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_use" ADD CONSTRAINT "proposal_use_practice_id_offered_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","offered_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_text_newest" ON "proposal_text" USING btree ("practice_id","key","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "proposal_use_client" ON "proposal_use" USING btree ("practice_id","client_id","offered_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "proposal_text" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("proposal_text"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "proposal_text" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("proposal_text"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "proposal_text" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("proposal_text"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("proposal_text"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "proposal_text" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("proposal_text"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "proposal_use" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("proposal_use"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "proposal_use" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("proposal_use"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "proposal_use" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("proposal_use"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("proposal_use"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "proposal_use" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("proposal_use"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);