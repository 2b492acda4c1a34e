import type { CheckFacts } from "@/lib/safety/check-result";

/** What a clinician has to know beside the outcome, in sentences; empty when there is nothing. */
export function factWords(facts: CheckFacts, firstName: string): string[] {
  return [
    facts.isChildAtRisk ? "A child was hurt or is in danger. Follow your safeguarding duties today." : null,
    facts.isOwnHarm
      ? `${firstName} has hurt or frightened the partner. The partner’s gate waits too; neither is told from here.`
      : null,
    facts.phoneIsRead
      ? `Somebody reads or tracks ${firstName}’s phone. Write nothing there that must not be seen; talk alone, in person.`
      : null,
    facts.wasPrivate ? null : `${firstName} was not alone in one of the sittings.`,
    facts.hasWords ? `${firstName} wrote something in their own words.` : null,
  ].flatMap((words) => words ?? []);
}
