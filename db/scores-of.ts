import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import { assessmentScore } from "./schema/assessments";

/** A column with all that one assessment came to; empty before it is sent. */
export const scoresOf = (practiceId: AnyPgColumn, assessmentId: SQL): SQL<ScoreRecord[]> =>
  sql<ScoreRecord[]>`coalesce((select jsonb_agg(jsonb_build_object('scale', s.scale_key, 'form', s.form,
    'status', s.status, 'score', s.score, 'answered', s.answered, 'items', s.items))
    from ${assessmentScore} s where s.practice_id = ${practiceId} and s.assessment_id = ${assessmentId}), '[]'::jsonb)`;
