CREATE TABLE "caseload_row" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"therapist_id" uuid NOT NULL,
	"is_both" boolean NOT NULL,
	"has_both" boolean NOT NULL,
	"is_listed" boolean NOT NULL,
	"level" text NOT NULL,
	"stage" text NOT NULL,
	"phase" smallint NOT NULL,
	"letters_unasked" boolean NOT NULL,
	"tier" smallint NOT NULL,
	"rank" integer NOT NULL,
	"week_key" integer NOT NULL,
	"activity_key" bigint NOT NULL,
	"due_key" integer NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"good_until" timestamp with time zone NOT NULL,
	CONSTRAINT "caseload_row_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "caseload_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "caseload_row" ADD CONSTRAINT "caseload_row_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caseload_row" ADD CONSTRAINT "caseload_row_practice_id_therapist_id_account_practice_id_id_fk" FOREIGN KEY ("practice_id","therapist_id") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "caseload_row_once" ON "caseload_row" USING btree ("practice_id","client_id","is_both");--> statement-breakpoint
CREATE INDEX "caseload_row_attention" ON "caseload_row" USING btree ("practice_id","tier","rank","name_key","client_id") WHERE "caseload_row"."is_listed";--> statement-breakpoint
CREATE INDEX "caseload_row_name" ON "caseload_row" USING btree ("practice_id","tier","name_key","client_id") WHERE "caseload_row"."is_listed";--> statement-breakpoint
CREATE INDEX "caseload_row_week" ON "caseload_row" USING btree ("practice_id","tier","week_key","name_key","client_id") WHERE "caseload_row"."is_listed";--> statement-breakpoint
CREATE INDEX "caseload_row_activity" ON "caseload_row" USING btree ("practice_id","tier","activity_key","name_key","client_id") WHERE "caseload_row"."is_listed";--> statement-breakpoint
CREATE INDEX "caseload_row_due" ON "caseload_row" USING btree ("practice_id","tier","due_key","name_key","client_id") WHERE "caseload_row"."is_listed";--> statement-breakpoint
CREATE INDEX "caseload_row_letters" ON "caseload_row" USING btree ("practice_id","tier","rank","name_key","client_id") WHERE "caseload_row"."is_listed" and "caseload_row"."letters_unasked";--> statement-breakpoint
CREATE INDEX "caseload_row_therapist" ON "caseload_row" USING btree ("practice_id","therapist_id","tier","rank","name_key","client_id");--> statement-breakpoint
CREATE INDEX "caseload_row_old" ON "caseload_row" USING btree ("practice_id","good_until");--> statement-breakpoint
CREATE INDEX "account_staff" ON "account" USING btree ("practice_id") WHERE "account"."role" <> 'client';--> statement-breakpoint
CREATE POLICY "tenant_select" ON "caseload_row" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("caseload_row"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "caseload_row" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("caseload_row"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "caseload_row" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("caseload_row"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("caseload_row"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "caseload_row" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("caseload_row"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
-- Nobody is on no list: a client has a row from the first moment, one that is old at once, so that whoever reads the list works it out.
CREATE FUNCTION first_caseload_row() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO caseload_row (practice_id, id, client_id, therapist_id, is_both, has_both, is_listed, level, stage, phase,
    letters_unasked, tier, rank, week_key, activity_key, due_key, name_key, good_until)
  VALUES (NEW.practice_id, NEW.id, NEW.id, NEW.therapist_id, false, false, true, 'calm', 'starting', 0,
    false, 1, 0, 0, 0, 0, '', 'epoch');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER first_caseload_row AFTER INSERT ON client FOR EACH ROW EXECUTE FUNCTION first_caseload_row();--> statement-breakpoint
INSERT INTO caseload_row (practice_id, id, client_id, therapist_id, is_both, has_both, is_listed, level, stage, phase,
  letters_unasked, tier, rank, week_key, activity_key, due_key, name_key, good_until)
SELECT practice_id, id, id, therapist_id, false, false, true, 'calm', 'starting', 0, false, 1, 0, 0, 0, 0, '', 'epoch' FROM client;--> statement-breakpoint
-- The worker looks at everybody once more, and writes what is kept from now on.
UPDATE signal_round SET next_at = 'epoch';
