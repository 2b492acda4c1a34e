-- Letters that were set aside wait for nobody. Reminders and tidying need every practice, by id alone; tries that are
-- long forgiven belong to no practice, so a door clears them, a few at a time.
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
DROP FUNCTION door_practices_waiting(timestamptz, timestamptz);
--> statement-breakpoint
CREATE FUNCTION door_practices_waiting(p_at timestamptz, p_since timestamptz)
RETURNS TABLE (practice_id uuid, letters boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.practice_id, true FROM outbox_letter l
   WHERE l.sent_at IS NULL AND l.set_aside_at IS NULL AND l.due_at <= p_at AND l.created_at > p_since
     AND (l.claim_ends_at IS NULL OR l.claim_ends_at <= p_at)
  UNION
  SELECT e.practice_id, false FROM safety_event e
   WHERE e.opened_at > p_since
     AND NOT EXISTS (SELECT 1 FROM safety_event_step s
      WHERE s.practice_id = e.practice_id AND s.event_id = e.id AND s.kind IN ('acknowledged', 'closed'))
$$;
--> statement-breakpoint
CREATE FUNCTION door_all_practices() RETURNS TABLE (practice_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.practice_id FROM practice p
$$;
--> statement-breakpoint
CREATE FUNCTION door_forget_attempts(p_before timestamptz, p_most integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM attempt_limit WHERE key IN (
      SELECT l.key FROM attempt_limit l WHERE l.last_failure_at < p_before AND l.open_again_at < p_before
       LIMIT p_most FOR UPDATE SKIP LOCKED)
    RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;
--> statement-breakpoint
ALTER FUNCTION door_practices_waiting(timestamptz, timestamptz) OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_all_practices() OWNER TO nearer_door;
--> statement-breakpoint
ALTER FUNCTION door_forget_attempts(timestamptz, integer) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
