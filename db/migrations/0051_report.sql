CREATE TABLE "report" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"reader" text NOT NULL,
	"from_day" date,
	"to_day" date NOT NULL,
	"parts" jsonb NOT NULL,
	"title_sealed" text NOT NULL,
	"addressee_sealed" text,
	"words_sealed" text,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_practice_id_id_pk" PRIMARY KEY("practice_id","id"),
	CONSTRAINT "report_reader" CHECK ("report"."reader" in ('client', 'referrer', 'record'))
);
--> statement-breakpoint
ALTER TABLE "report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_sending" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_sending_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "report_sending" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_signature" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"document_sealed" text NOT NULL,
	"digest" text NOT NULL,
	"bytes" integer NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_signature_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "report_signature" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_withdrawal" (
	"practice_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"sending_id" uuid,
	"withdrawn_by" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_withdrawal_practice_id_id_pk" PRIMARY KEY("practice_id","id")
);
--> statement-breakpoint
ALTER TABLE "report_withdrawal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_practice_id_client_id_client_practice_id_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "public"."client"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_practice_id_prepared_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","prepared_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_sending" ADD CONSTRAINT "report_sending_practice_id_report_id_report_practice_id_id_fk" FOREIGN KEY ("practice_id","report_id") REFERENCES "public"."report"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_sending" ADD CONSTRAINT "report_sending_practice_id_sent_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","sent_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_signature" ADD CONSTRAINT "report_signature_practice_id_report_id_report_practice_id_id_fk" FOREIGN KEY ("practice_id","report_id") REFERENCES "public"."report"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_signature" ADD CONSTRAINT "report_signature_practice_id_signed_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","signed_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_withdrawal" ADD CONSTRAINT "report_withdrawal_practice_id_report_id_report_practice_id_id_fk" FOREIGN KEY ("practice_id","report_id") REFERENCES "public"."report"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_withdrawal" ADD CONSTRAINT "report_withdrawal_practice_id_sending_id_report_sending_practice_id_id_fk" FOREIGN KEY ("practice_id","sending_id") REFERENCES "public"."report_sending"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_withdrawal" ADD CONSTRAINT "report_withdrawal_practice_id_withdrawn_by_account_practice_id_id_fk" FOREIGN KEY ("practice_id","withdrawn_by") REFERENCES "public"."account"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_client" ON "report" USING btree ("practice_id","client_id","prepared_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "report_sending_report" ON "report_sending" USING btree ("practice_id","report_id","sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "report_signature_once" ON "report_signature" USING btree ("practice_id","report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_withdrawal_once" ON "report_withdrawal" USING btree ("practice_id","report_id","sending_id") WHERE "report_withdrawal"."sending_id" is not null;--> statement-breakpoint
CREATE POLICY "tenant_select" ON "report" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("report"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "report" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("report"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "report" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("report"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("report"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "report" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("report"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "report_sending" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("report_sending"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "report_sending" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("report_sending"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "report_sending" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("report_sending"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("report_sending"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "report_sending" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("report_sending"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "report_signature" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("report_signature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "report_signature" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("report_signature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "report_signature" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("report_signature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("report_signature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "report_signature" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("report_signature"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_select" ON "report_withdrawal" AS PERMISSIVE FOR SELECT TO "nearer_app", "nearer_worker" USING ("report_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_insert" ON "report_withdrawal" AS PERMISSIVE FOR INSERT TO "nearer_app", "nearer_worker" WITH CHECK ("report_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_update" ON "report_withdrawal" AS PERMISSIVE FOR UPDATE TO "nearer_app", "nearer_worker" USING ("report_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid) WITH CHECK ("report_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_delete" ON "report_withdrawal" AS PERMISSIVE FOR DELETE TO "nearer_app", "nearer_worker" USING ("report_withdrawal"."practice_id" = nullif(current_setting('app.practice_id', true), '')::uuid);