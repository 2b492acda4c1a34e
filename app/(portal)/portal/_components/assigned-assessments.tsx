import { LinkButton } from "@/components/ui/link-button";
import type { OpenAssessment } from "@/db/queries/exercises/portal-today";
import { clientTitle } from "@/lib/assessments/client-title";
import { firstNameOf } from "@/lib/first-name";
import { formatNearDay, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { aboutMinutes } from "@/lib/time/minutes";

type Props = { assessments: readonly OpenAssessment[]; therapistName: string; today: string };

/** What the therapist asked for, with how long it takes and where the person left off. */
export function AssignedAssessments({ assessments, therapistName, today }: Props) {
  return assessments.map((assessment) => {
    const { instrument } = assessment;
    const title = clientTitle({ title: assessment.title, sensitivity: instrument.sensitivity });
    if (instrument.sensitivity === "safety")
      return <Unnamed key={assessment.id} id={assessment.id} title={title} therapistName={therapistName} />;
    const questions = instrument.items.filter((item) => item.kind !== "display").length;
    const isAhead = assessment.dueOn !== null && assessment.dueOn >= today;
    const by = isAhead && assessment.dueOn ? ` by ${inSentence(formatNearDay(assessment.dueOn, today))}` : "";
    const asked = `${firstNameOf(therapistName)} asked for this${by}.`;
    const began = assessment.isStarted
      ? `Continue at ${Math.min(assessment.answered + 1, questions)} of ${questions}`
      : "Start";
    return (
      <section className="task" key={assessment.id}>
        <h2>{title}</h2>
        <p>
          {plural(questions, "One question", `${questions} statements`)}, {aboutMinutes(instrument.minutes)}. {asked}{" "}
          You can stop and come back.
        </p>
        <LinkButton href={paths.portal.assessment(assessment.id)} label={`${began}: ${title}`}>
          {began}
        </LinkButton>
      </section>
    );
  });
}

/** Safety questions: no count, no day, no progress, the same whether or not they are answered. */
function Unnamed({ id, title, therapistName }: { id: string; title: string; therapistName: string }) {
  return (
    <section className="task">
      <h2>{title}</h2>
      <p>A few minutes. {firstNameOf(therapistName)} asked for this. You can stop and come back.</p>
      <LinkButton href={paths.portal.assessment(id)} label={`Start: ${title}`}>
        Start
      </LinkButton>
    </section>
  );
}
