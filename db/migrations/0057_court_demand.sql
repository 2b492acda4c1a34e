CREATE TABLE "court_demand" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"answers_id" uuid,
	"due_on" date,
	"words_sealed" text NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "court_demand_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "court_demand" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "court_demand" ADD CONSTRAINT "court_demand_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court_demand" ADD CONSTRAINT "court_demand_practice_id_answers_id_court_demand_practice_id_id_fk" FOREIGN KEY ("practice_id","answers_id") REFERENCES "public"."court_demand"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "court_demand" ADD CONSTRAINT "court_demand_practice_id_noted_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","noted_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "court_demand_client" ON "court_demand" USING btree ("practice_id","client_id","noted_at");--> statement-breakpoint
CREATE POLICY "tenant_select" ON "court_demand" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "court_demand" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "court_demand" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "court_demand" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("court_demand"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);