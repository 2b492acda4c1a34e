import type { Metadata, Route } from "next";
import { z } from "zod";
import { SessionWatch } from "@/components/identity/session-watch";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnAssessment } from "@/db/queries/own-assessment";
import { parseInstrument } from "@/lib/domain/assessments/instrument";
import { questionsOf } from "@/lib/domain/assessments/questions";
import { NotFound } from "@/lib/domain/errors";
import { loadForClient } from "@/lib/server/load";
import { Leave } from "../../../_shell/leave";
import { PortalPage } from "../../../_shell/portal-page";
import { Sitting } from "./_components/sitting";
import { keepAnswer, submit } from "./actions";

export const metadata: Metadata = { title: "Statements" };

type Props = { params: Promise<{ assessmentId: string }> };

export default async function AssessmentPage({ params }: Props) {
  const { assessmentId } = await params;
  const { data } = await loadForClient(async (scope) => {
    const id = z.uuid().safeParse(assessmentId);
    if (!id.success) throw new NotFound();
    return getOwnAssessment(scope, id.data);
  });
  if (data.submittedAt) return <Sent />;
  const instrument = parseInstrument(data.definition);
  return (
    <main id="main" className="portal">
      <Sitting
        id={data.id}
        title={instrument.title}
        forms={instrument.forms}
        stems={instrument.stems}
        questions={questionsOf(instrument)}
        answers={data.answers.map(({ itemId, form, value }) => ({ itemId, form, value }))}
        save={keepAnswer}
        submit={submit}
        leave={<Leave />}
      />
      <SessionWatch />
    </main>
  );
}

function Sent() {
  return (
    <PortalPage>
      <section className="hello">
        <h1>Thank you</h1>
        <p className="read">
          Your answers are with your therapist. They stay as you gave them, and you can talk about them in your next
          session.
        </p>
      </section>
      <div className="row">
        <LinkButton href={"/portal" as Route} look="filled">
          Back to today
        </LinkButton>
      </div>
    </PortalPage>
  );
}
