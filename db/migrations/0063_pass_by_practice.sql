DROP INDEX "assessment_pass_token_once";--> statement-breakpoint
CREATE INDEX "assessment_pass_token" ON "assessment_pass" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_pass_token_once" ON "assessment_pass" USING btree ("practice_id","token_hash");