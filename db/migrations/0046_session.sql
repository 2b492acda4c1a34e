CREATE TABLE "appointment" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid,
	"couple_id" uuid,
	"booked_by" uuid NOT NULL,
	"booked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appointment_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "appointment_of_one" CHECK (("appointment"."client_id" is null) <> ("appointment"."couple_id" is null))
);
--> statement-breakpoint
ALTER TABLE "appointment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointment_step" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" smallint NOT NULL,
	"place_sealed" text,
	"is_listed" boolean NOT NULL,
	"cause" text,
	"reason_sealed" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appointment_step_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "appointment_step_minutes" CHECK ("appointment_step"."minutes" between 10 and 240),
	CONSTRAINT "appointment_step_cause" CHECK (("appointment_step"."kind" in ('missed', 'cancelled')) = ("appointment_step"."cause" is not null))
);
--> statement-breakpoint
ALTER TABLE "appointment_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointment_wish" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"words_sealed" text,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appointment_wish_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "appointment_wish" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_practice_id_couple_id_couple_practice_id_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couple"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_practice_id_booked_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","booked_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_step" ADD CONSTRAINT "appointment_step_practice_id_appointment_id_appointment_practice_id_id_fk" FOREIGN KEY ("practice_id","appointment_id") REFERENCES "public"."appointment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_step" ADD CONSTRAINT "appointment_step_practice_id_decided_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","decided_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_wish" ADD CONSTRAINT "appointment_wish_practice_id_appointment_id_appointment_practice_id_id_fk" FOREIGN KEY ("practice_id","appointment_id") REFERENCES "public"."appointment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_wish" ADD CONSTRAINT "appointment_wish_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointment_client" ON "appointment" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "appointment_couple" ON "appointment" USING btree ("practice_id","couple_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_step_once" ON "appointment_step" USING btree ("practice_id","appointment_id","ordinal");--> statement-breakpoint
CREATE INDEX "appointment_step_start" ON "appointment_step" USING btree ("practice_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointment_wish_of" ON "appointment_wish" USING btree ("practice_id","appointment_id","ordinal");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "appointment" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("appointment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "appointment" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("appointment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "appointment" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("appointment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("appointment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "appointment" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("appointment"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "appointment_step" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("appointment_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "appointment_step" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("appointment_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "appointment_step" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("appointment_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("appointment_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "appointment_step" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("appointment_step"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "appointment_wish" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("appointment_wish"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "appointment_wish" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("appointment_wish"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "appointment_wish" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("appointment_wish"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("appointment_wish"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "appointment_wish" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("appointment_wish"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);