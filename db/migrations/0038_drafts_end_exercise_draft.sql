DROP POLICY "tenant_select" ON "exercise_draft" CASCADE;--> statement-breakpoint
DROP POLICY "tenant_insert" ON "exercise_draft" CASCADE;--> statement-breakpoint
DROP POLICY "tenant_update" ON "exercise_draft" CASCADE;--> statement-breakpoint
DROP POLICY "tenant_delete" ON "exercise_draft" CASCADE;--> statement-breakpoint
DROP TABLE "exercise_draft" CASCADE;