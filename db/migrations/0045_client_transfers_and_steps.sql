CREATE TABLE "client_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason_sealed" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_step_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "client_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "client_transfer" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"reason_sealed" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_transfer_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "client_transfer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "client_step" ADD CONSTRAINT "client_step_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_step" ADD CONSTRAINT "client_step_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_transfer" ADD CONSTRAINT "client_transfer_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_transfer" ADD CONSTRAINT "client_transfer_practice_id_from_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","from_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_transfer" ADD CONSTRAINT "client_transfer_practice_id_to_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","to_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_transfer" ADD CONSTRAINT "client_transfer_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_step_client" ON "client_step" USING btree ("practice_id","client_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "client_transfer_client" ON "client_transfer" USING btree ("practice_id","client_id","decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "client_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("client_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "client_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("client_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "client_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("client_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("client_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "client_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("client_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "client_transfer" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("client_transfer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "client_transfer" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("client_transfer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "client_transfer" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("client_transfer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("client_transfer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "client_transfer" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("client_transfer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);