CREATE TABLE "check_answer" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"item_id" text NOT NULL,
	"form" text NOT NULL,
	"value_sealed" text,
	"is_words" boolean NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_answer_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "check_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_sitting" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"was_private" boolean NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "check_sitting_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "check_sitting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_words_read" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"read_by" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_words_read_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "check_words_read" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "safety_screen" DROP CONSTRAINT "safety_screen_practice_id_id_assessment_practice_id_id_fk";
--> statement-breakpoint
ALTER TABLE "safety_screen" ADD COLUMN "assessment_id" uuid;--> statement-breakpoint
ALTER TABLE "safety_screen" ADD COLUMN "is_draft" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "check_answer" ADD CONSTRAINT "check_answer_practice_id_sitting_id_check_sitting_practice_id_id_fk" FOREIGN KEY ("practice_id","sitting_id") REFERENCES "public"."check_sitting"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_sitting" ADD CONSTRAINT "check_sitting_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_sitting" ADD CONSTRAINT "check_sitting_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_words_read" ADD CONSTRAINT "check_words_read_practice_id_answer_id_check_answer_practice_id_id_fk" FOREIGN KEY ("practice_id","answer_id") REFERENCES "public"."check_answer"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_words_read" ADD CONSTRAINT "check_words_read_practice_id_read_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","read_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "check_answer_number" ON "check_answer" USING btree ("practice_id","sitting_id","number");--> statement-breakpoint
CREATE INDEX "check_sitting_assessment" ON "check_sitting" USING btree ("practice_id","assessment_id","began_at");--> statement-breakpoint
CREATE INDEX "check_sitting_client" ON "check_sitting" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "check_words_read_answer" ON "check_words_read" USING btree ("practice_id","answer_id");--> statement-breakpoint
ALTER TABLE "safety_screen" ADD CONSTRAINT "safety_screen_practice_id_assessment_id_assessment_practice_id_id_fk" FOREIGN KEY ("practice_id","assessment_id") REFERENCES "public"."assessment"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "check_answer" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("check_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "check_answer" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("check_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "check_answer" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("check_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("check_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "check_answer" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("check_answer"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "check_sitting" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("check_sitting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "check_sitting" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("check_sitting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "check_sitting" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("check_sitting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("check_sitting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "check_sitting" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("check_sitting"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "check_words_read" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("check_words_read"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "check_words_read" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("check_words_read"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "check_words_read" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("check_words_read"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("check_words_read"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "check_words_read" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("check_words_read"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);