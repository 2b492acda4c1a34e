CREATE TABLE "partner_invitation" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"talk_id" uuid NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_invitation_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "partner_invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_invitation_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note_sealed" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_invitation_step_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "partner_invitation_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partner_talk" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"asked_sealed" text NOT NULL,
	"answer" text NOT NULL,
	"talk_on" date NOT NULL,
	"talk_way" text NOT NULL,
	"talk_unheard" boolean NOT NULL,
	"said_to" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_talk_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "partner_talk" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_practice_id_partner_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","partner_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_practice_id_talk_id_partner_talk_practice_id_id_fk" FOREIGN KEY ("practice_id","talk_id") REFERENCES "public"."partner_talk"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation" ADD CONSTRAINT "partner_invitation_practice_id_invited_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","invited_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation_step" ADD CONSTRAINT "partner_invitation_step_practice_id_invitation_id_partner_invitation_practice_id_id_fk" FOREIGN KEY ("practice_id","invitation_id") REFERENCES "public"."partner_invitation"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_invitation_step" ADD CONSTRAINT "partner_invitation_step_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_talk" ADD CONSTRAINT "partner_talk_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_talk" ADD CONSTRAINT "partner_talk_practice_id_said_to_account_practice_id_id_fk" FOREIGN KEY ("practice_id","said_to") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_invitation_client" ON "partner_invitation" USING btree ("practice_id","client_id","invited_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "partner_invitation_partner" ON "partner_invitation" USING btree ("practice_id","partner_id","invited_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "partner_invitation_step_of" ON "partner_invitation_step" USING btree ("practice_id","invitation_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "partner_talk_newest" ON "partner_talk" USING btree ("practice_id","client_id","said_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "partner_invitation" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("partner_invitation"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "partner_invitation" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("partner_invitation"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "partner_invitation" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("partner_invitation"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("partner_invitation"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "partner_invitation" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("partner_invitation"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "partner_invitation_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("partner_invitation_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "partner_invitation_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("partner_invitation_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "partner_invitation_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("partner_invitation_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("partner_invitation_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "partner_invitation_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("partner_invitation_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "partner_talk" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("partner_talk"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "partner_talk" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("partner_talk"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "partner_talk" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("partner_talk"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("partner_talk"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "partner_talk" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("partner_talk"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);