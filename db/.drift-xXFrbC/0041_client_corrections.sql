CREATE TABLE "address_change" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"email" text NOT NULL,
	"tells_old" boolean NOT NULL,
	"reason_sealed" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "address_change_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "address_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "client_correction" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before_sealed" text,
	"after_sealed" text,
	"reason_sealed" text,
	"corrected_by" uuid NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_correction_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "client_correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "to_address" text;--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_practice_id_asked_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","asked_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_correction" ADD CONSTRAINT "client_correction_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_correction" ADD CONSTRAINT "client_correction_practice_id_corrected_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","corrected_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_change_client" ON "address_change" USING btree ("practice_id","client_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "client_correction_client" ON "client_correction" USING btree ("practice_id","client_id","corrected_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "address_change" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("address_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "address_change" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("address_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "address_change" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("address_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("address_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "address_change" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("address_change"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "client_correction" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("client_correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "client_correction" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("client_correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "client_correction" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("client_correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("client_correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "client_correction" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("client_correction"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);