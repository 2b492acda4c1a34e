ALTER TABLE "enrolment_decision" ADD COLUMN "couple_id" uuid;--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD COLUMN "together_id" uuid;--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD CONSTRAINT "enrolment_decision_practice_id_couple_id_couple_practice_id_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "public"."couple"("practice_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_decision_together_once" ON "enrolment_decision" USING btree ("practice_id","together_id","enrolment_id");--> statement-breakpoint
ALTER TABLE "enrolment_decision" ADD CONSTRAINT "enrolment_decision_together" CHECK (("enrolment_decision"."couple_id" is null) = ("enrolment_decision"."together_id" is null));