import type { Metadata } from "next";
import { z } from "zod";
import { Check } from "@/components/assessments/check";
import { ForgetSavedAnswers } from "@/components/assessments/forget-saved-answers";
import { OwnSitting } from "@/components/assessments/own-sitting";
import { asPortal } from "@/components/shell/as-portal";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { getOwnCheck } from "@/db/queries/safety/own-check";
import { NotFound } from "@/lib/errors";
import { loadForClient } from "@/server/load";
import { Leave } from "../../../../_shell/leave";
import { OwnPage } from "../../../../_shell/own-page";
import { PortalPage } from "../../../_shell/portal-page";
import { answerQuestion, keepAnswer, openDoor, sendQuestions, submit, walk } from "./actions";

export const metadata: Metadata = { title: "Statements" };

type Props = { params: Promise<{ assessmentId: string }> };

export default async function AssessmentPage({ params }: Props) {
  const { assessmentId } = await params;
  const { data } = await loadForClient(async (scope) => {
    const id = z.uuid().safeParse(assessmentId);
    if (!id.success) throw new NotFound();
    const check = await getOwnCheck(scope, id.data);
    return check ? { check } : getOwnAssessment(scope, id.data);
  });
  if ("check" in data) return data.check === "over" ? <Closed /> : <AFewQuestions id={data.check.id} />;
  if (data.submittedAt) return <Sent id={data.id} isDiscussed={data.discussedAt !== null} />;
  if (data.isClosed) return <Closed />;
  return (
    <OwnPage>
      <main id="main" {...asPortal()}>
        <OwnSitting
          id={data.id}
          instrument={data.instrument}
          layout={data.layout}
          answers={data.answers}
          help={data.help}
          save={keepAnswer}
          submit={submit}
          onDevice
          stopAt="/portal"
          leave={<Leave />}
        />
      </main>
    </OwnPage>
  );
}

/** Safety questions. They open at the door each time, sent or not, and nothing that stands behind it is in the page. */
function AFewQuestions({ id }: { id: string }) {
  return (
    <OwnPage>
      <main id="main" {...asPortal()}>
        <Check
          assessmentId={id}
          begin={openDoor}
          save={answerQuestion}
          send={sendQuestions}
          walk={walk}
          leave={<Leave />}
        />
      </main>
    </OwnPage>
  );
}

function Closed() {
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>The time for this is over</h1>
        <p className="reading">
          What you answered is kept. If you would still like to answer, tell your therapist, who can open it again.
        </p>
      </section>
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href="/portal" look="filled">
          Back to today
        </LinkButton>
      </div>
    </PortalPage>
  );
}

function Sent({ id, isDiscussed }: { id: string; isDiscussed: boolean }) {
  return (
    <PortalPage>
      <ForgetSavedAnswers assessmentId={id} />
      <section className="desk:col-span-full">
        <h1>Thank you</h1>
        <p className="reading">
          Your answers are with your therapist. They stay as you gave them
          {isDiscussed
            ? ", and you have talked about them in a session."
            : ", and you can talk about them in your next session."}
        </p>
      </section>
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href="/portal" look="filled">
          Back to today
        </LinkButton>
        <LinkButton href="/portal/assessments" look="quiet">
          What you answered
        </LinkButton>
      </div>
    </PortalPage>
  );
}
