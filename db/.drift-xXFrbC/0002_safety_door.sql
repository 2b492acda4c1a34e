-- Where the worker is needed: practices with a letter to send, or with an event that nobody has answered. Ids only;
-- the rows themselves are reached one practice at a time, like by everybody.
GRANT CREATE, USAGE ON SCHEMA public TO nearer_door;
--> statement-breakpoint
CREATE FUNCTION door_practices_waiting(p_at timestamptz, p_since timestamptz)
RETURNS TABLE (practice_id uuid, letters boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.practice_id, true FROM outbox_letter l
   WHERE l.sent_at IS NULL AND l.due_at <= p_at AND l.created_at > p_since
     AND (l.claim_ends_at IS NULL OR l.claim_ends_at <= p_at)
  UNION
  SELECT e.practice_id, false FROM safety_event e
   WHERE e.opened_at > p_since
     AND NOT EXISTS (SELECT 1 FROM safety_event_step s
      WHERE s.practice_id = e.practice_id AND s.event_id = e.id AND s.kind IN ('acknowledged', 'closed'))
$$;
--> statement-breakpoint
ALTER FUNCTION door_practices_waiting(timestamptz, timestamptz) OWNER TO nearer_door;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM nearer_door;
