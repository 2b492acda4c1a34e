CREATE TABLE "link_follow_up" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"item" text NOT NULL,
	"outcome" text NOT NULL,
	"reason_sealed" text,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "link_follow_up_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "link_follow_up_reason" CHECK ("link_follow_up"."outcome" <> 'set-aside' or "link_follow_up"."reason_sealed" is not null)
);
--> statement-breakpoint
ALTER TABLE "link_follow_up" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "link_follow_up" ADD CONSTRAINT "link_follow_up_practice_id_couple_id_couple_practice_id_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couple"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_follow_up" ADD CONSTRAINT "link_follow_up_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_follow_up" ADD CONSTRAINT "link_follow_up_practice_id_answered_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","answered_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_follow_up_newest" ON "link_follow_up" USING btree ("practice_id","client_id","couple_id","item","answered_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "link_follow_up" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("link_follow_up"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "link_follow_up" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("link_follow_up"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "link_follow_up" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("link_follow_up"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("link_follow_up"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "link_follow_up" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("link_follow_up"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);