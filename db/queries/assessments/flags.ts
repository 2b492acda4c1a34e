import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { assessment, assessmentFlag } from "@/db/schema/assessments";
import type { ResponseFlag } from "@/lib/assessments/flags";

const flag = alias(assessmentFlag, "f");

/** Reasons to read a response with care, in the sentences that were kept with it: selected beside `assessment`. */
export const flagsOfSitting = sql<Pick<ResponseFlag, "kind" | "sentence">[]>`${sql`coalesce((
  select jsonb_agg(jsonb_build_object('kind', ${flag.kind}, 'sentence', ${flag.detail} ->> 'sentence') order by ${flag.kind})
  from ${assessmentFlag} ${flag}
  where ${flag.practiceId} = ${assessment.practiceId} and ${flag.assessmentId} = ${assessment.id}), '[]'::jsonb)`}`;
