import { type AnswerWindow, type AssignmentRule, layOutThrough, occurrences } from "@/lib/domain/assessments/schedule";
import { standingOf } from "@/lib/domain/protocol/standing-today";
import { localDate } from "@/lib/domain/time/zone";
import type { Scope } from "../scope";
import { enrolmentOf } from "./enrolment";

type Ruled = { clientId: string; zone: string; rule: AssignmentRule; window: AnswerWindow };

/** The occurrences of a rule from the client's today on, as far as rules are laid out; those tied to the protocol on its path. */
export async function plannedOccurrences(scope: Scope, { clientId, zone, rule, window }: Ruled) {
  const today = localDate(scope.now, zone);
  const isTied = rule.kind === "protocol-weeks" || rule.kind === "before-phases";
  const enrolment = isTied ? await enrolmentOf(scope, clientId) : null;
  const path = enrolment && standingOf(enrolment, today).path;
  const through = layOutThrough(rule, today);
  return { through, due: occurrences(rule, window, path, through).filter(({ dueOn }) => dueOn >= today) };
}
