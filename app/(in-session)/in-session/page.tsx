import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CrisisPanel } from "@/components/assessments/crisis-panel";
import { Sitting } from "@/components/assessments/sitting";
import { ActionForm } from "@/components/forms/action-form";
import { WhereToTurnLine } from "@/components/safety/where-to-turn-line";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { crisisRules } from "@/lib/assessments/crisis-rule";
import { criticalHits } from "@/lib/assessments/critical";
import { questionsOf } from "@/lib/assessments/questions";
import { tellsAtOnce } from "@/lib/assessments/told-at-once";
import { NotFound } from "@/lib/errors";
import { stemsShown } from "@/lib/exercises/said-beside";
import { handedBack, inPass } from "@/server/in-session";
import { FreshDocument } from "./_components/fresh-document";
import { handBack, keepAnswer, submit } from "./actions";

export const metadata: Metadata = { title: "Statements" };

/** The one form that a handed-over device shows. It has no way to anywhere else. */
export default async function InSessionPage() {
  const data = await inPass((scope, pass) =>
    getOwnAssessment(scope, pass.assessmentId).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    }),
  );
  if (!data || data.submittedAt || data.isClosed) return redirect(handedBack);
  const instrument = data.instrument;
  const isCrisis =
    instrument.sensitivity !== "safety" &&
    criticalHits(instrument, data.answers).some(({ effect }) => effect === "crisis");
  return (
    <main id="main" className="portal">
      <FreshDocument />
      <Sitting
        id={data.id}
        title={instrument.title}
        forms={instrument.forms}
        stems={stemsShown(instrument)}
        layout={data.layout ?? instrument.layout}
        questions={questionsOf(instrument)}
        tellsAtOnce={tellsAtOnce(instrument)}
        answers={data.answers.map(({ itemId, form, value }) => ({ itemId, form, value }))}
        save={keepAnswer}
        submit={submit}
        onDevice={false}
        stopAt={null}
        leave={<ActionForm action={handBack} submit="Stop and hand back" busy="Stopping…" look="outline" />}
        help={<WhereToTurnLine help={data.help} />}
        crisis={{ panel: <CrisisPanel help={data.help} />, isShown: isCrisis, rules: crisisRules(instrument) }}
      />
    </main>
  );
}
