CREATE TABLE "practice_letters" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sender" text NOT NULL,
	"reply_to" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_letters_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "practice_letters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "stands_for" text[];--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox_letter" ADD COLUMN "bounce_code" text;--> statement-breakpoint
ALTER TABLE "practice_letters" ADD CONSTRAINT "practice_letters_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_letters" ADD CONSTRAINT "practice_letters_practice_id_set_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_letters_newest" ON "practice_letters" USING btree ("practice_id","set_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "practice_letters" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("practice_letters"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "practice_letters" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("practice_letters"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "practice_letters" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("practice_letters"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("practice_letters"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "practice_letters" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("practice_letters"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
-- Which practice a letter is of, for what comes back about it from outside: whoever asks has its name with our signature.
CREATE FUNCTION door_practice_of_letter(p_letter uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.practice_id FROM outbox_letter l WHERE l.id = p_letter
$$;
--> statement-breakpoint
ALTER FUNCTION door_practice_of_letter(uuid) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
