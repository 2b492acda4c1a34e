import type { SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import { assessmentScore } from "./schema/assessments";

const score = alias(assessmentScore, "s");

/** A column with all that one assessment came to; empty before it is sent. */
export const scoresOf = (practiceId: AnyPgColumn, assessmentId: SQL): SQL<ScoreRecord[]> =>
  qualified<
    ScoreRecord[]
  >`coalesce((select jsonb_agg(jsonb_build_object('scale', ${score.scaleKey}, 'form', ${score.form},
    'status', ${score.status}, 'score', ${score.score}, 'answered', ${score.answered}, 'items', ${score.items}))
    from ${assessmentScore} ${score} where ${score.practiceId} = ${practiceId} and ${score.assessmentId} = ${assessmentId}), '[]'::jsonb)`;
