CREATE TABLE "exercises_away" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exercises_away_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "exercises_away" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_card" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"card_sealed" text NOT NULL,
	"confirmed_on" date NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_card_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_card" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_event_answer" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"detail_sealed" text NOT NULL,
	"is_danger" boolean NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_event_answer_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_event_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safety_plan" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"plan_sealed" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_plan_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "safety_plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "exercises_away" ADD CONSTRAINT "exercises_away_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_card" ADD CONSTRAINT "contact_card_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_card" ADD CONSTRAINT "contact_card_practice_id_saved_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","saved_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_event_answer" ADD CONSTRAINT "safety_event_answer_practice_id_event_id_safety_event_practice_id_id_fk" FOREIGN KEY ("practice_id","event_id") REFERENCES "public"."safety_event"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_event_answer" ADD CONSTRAINT "safety_event_answer_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plan" ADD CONSTRAINT "safety_plan_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_plan" ADD CONSTRAINT "safety_plan_practice_id_saved_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","saved_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exercises_away_client" ON "exercises_away" USING btree ("practice_id","client_id","chosen_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "contact_card_client" ON "contact_card" USING btree ("practice_id","client_id","saved_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "safety_event_answer_event" ON "safety_event_answer" USING btree ("practice_id","event_id","given_at");--> statement-breakpoint
CREATE INDEX "safety_event_answer_assessment" ON "safety_event_answer" USING btree ("practice_id","assessment_id");--> statement-breakpoint
CREATE INDEX "safety_plan_client" ON "safety_plan" USING btree ("practice_id","client_id","saved_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "exercises_away" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("exercises_away"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "exercises_away" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("exercises_away"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "exercises_away" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("exercises_away"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("exercises_away"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "exercises_away" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("exercises_away"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "contact_card" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("contact_card"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "contact_card" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("contact_card"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "contact_card" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("contact_card"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("contact_card"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "contact_card" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("contact_card"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_event_answer" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_event_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_event_answer" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_event_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_event_answer" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_event_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_event_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_event_answer" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_event_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "safety_plan" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("safety_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "safety_plan" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("safety_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "safety_plan" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("safety_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("safety_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "safety_plan" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("safety_plan"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);