CREATE INDEX "couple_first" ON "couple" USING btree ("practice_id","first_client_id");--> statement-breakpoint
CREATE INDEX "couple_second" ON "couple" USING btree ("practice_id","second_client_id");