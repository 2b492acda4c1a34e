CREATE TABLE "signal" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"data" jsonb NOT NULL,
	"is_both" boolean NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"hidden_until" date,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "signal_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "signal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signal_choice" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signal_id" uuid NOT NULL,
	"lens" text NOT NULL,
	"note_sealed" text,
	"connection" real,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_choice_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "signal_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signal_event" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signal_id" uuid NOT NULL,
	"step" text NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone NOT NULL,
	"until" date,
	"note_sealed" text,
	CONSTRAINT "signal_event_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "signal_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signal_round" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_round_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "signal_round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "signal_threshold" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"value" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_threshold_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "signal_threshold" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "signal" ADD CONSTRAINT "signal_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_choice" ADD CONSTRAINT "signal_choice_practice_id_signal_id_signal_practice_id_id_fk" FOREIGN KEY ("practice_id","signal_id") REFERENCES "public"."signal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_choice" ADD CONSTRAINT "signal_choice_practice_id_chosen_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","chosen_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_event" ADD CONSTRAINT "signal_event_practice_id_signal_id_signal_practice_id_id_fk" FOREIGN KEY ("practice_id","signal_id") REFERENCES "public"."signal"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_event" ADD CONSTRAINT "signal_event_practice_id_taken_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","taken_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_round" ADD CONSTRAINT "signal_round_practice_id_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_threshold" ADD CONSTRAINT "signal_threshold_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "signal_once" ON "signal" USING btree ("practice_id","client_id","kind","is_both") WHERE "signal"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "signal_client" ON "signal" USING btree ("practice_id","client_id","opened_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "signal_choice_of" ON "signal_choice" USING btree ("practice_id","signal_id","chosen_at");--> statement-breakpoint
CREATE INDEX "signal_event_of" ON "signal_event" USING btree ("practice_id","signal_id","taken_at");--> statement-breakpoint
CREATE INDEX "signal_round_next" ON "signal_round" USING btree ("practice_id","next_at");--> statement-breakpoint
CREATE INDEX "signal_threshold_newest" ON "signal_threshold" USING btree ("practice_id","key","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "signal" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("signal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "signal" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("signal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "signal" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("signal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("signal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "signal" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("signal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "signal_choice" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("signal_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "signal_choice" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("signal_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "signal_choice" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("signal_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("signal_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "signal_choice" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("signal_choice"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "signal_event" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("signal_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "signal_event" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("signal_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "signal_event" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("signal_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("signal_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "signal_event" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("signal_event"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "signal_round" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("signal_round"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "signal_round" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("signal_round"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "signal_round" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("signal_round"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("signal_round"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "signal_round" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("signal_round"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "signal_threshold" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("signal_threshold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "signal_threshold" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("signal_threshold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "signal_threshold" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("signal_threshold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("signal_threshold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "signal_threshold" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("signal_threshold"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);