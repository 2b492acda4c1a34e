import { type AnyColumn, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessment, assessmentScore, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { type Dimension, dimensionForms } from "@/lib/assessments/dimension";

const sitting = alias(assessment, "x");
const version = alias(instrumentVersion, "v");
const withdrawal = alias(assessmentWithdrawal, "w");
const score = alias(assessmentScore, "s");

const nowOf = (dimension: Dimension): SQL => qualified`(select ${score.score} from ${assessmentScore} ${score}
  where ${score.practiceId} = ${sitting.practiceId} and ${score.assessmentId} = ${sitting.id}
    and ${score.form} = 'now' and ${score.scaleKey} = ${dimension})`;

/**
 * A derived table: by client, how emotional and recreational closeness were last answered, in whichever of the two forms
 * (`ClosenessSeen`). Of one client where one is named.
 */
export const closenessByClient = (
  practiceId: string,
  clientId?: string | AnyColumn,
): SQL => qualified`(select distinct on (${sitting.clientId}) ${sitting.clientId},
    jsonb_build_object('answeredOn', ${sitting.localDate}, 'emotional', ${nowOf("emotional")}, 'recreational', ${nowOf("recreational")},
      'form', case when ${version.key} = ${dimensionForms[1]} then 'brief' else 'full' end) as facts
  from ${assessment} ${sitting}
  join ${instrumentVersion} ${version} on ${version.practiceId} = ${sitting.practiceId} and ${version.id} = ${sitting.instrumentVersionId}
    and ${inArray(version.key, [...dimensionForms])}
  where ${sitting.practiceId} = ${practiceId} ${clientId === undefined ? sql`` : qualified`and ${sitting.clientId} = ${clientId}`}
    and ${sitting.submittedAt} is not null and not exists (
      select 1 from ${assessmentWithdrawal} ${withdrawal}
      where ${withdrawal.practiceId} = ${sitting.practiceId} and ${withdrawal.assessmentId} = ${sitting.id})
  order by ${sitting.clientId}, ${sitting.submittedAt} desc)`;
