import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OwnSitting } from "@/components/assessments/own-sitting";
import { ActionForm } from "@/components/forms/action-form";
import { asPortal } from "@/components/shell/as-portal";
import { getOwnAssessment } from "@/db/queries/assessments/own-assessment";
import { NotFound } from "@/lib/errors";
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
  return (
    <main id="main" {...asPortal()}>
      <FreshDocument />
      <OwnSitting
        id={data.id}
        instrument={data.instrument}
        layout={data.layout}
        answers={data.answers}
        help={data.help}
        save={keepAnswer}
        submit={submit}
        onDevice={false}
        stopAt={null}
        leave={<ActionForm action={handBack} submit="Stop and hand back" busy="Stopping…" look="outline" />}
      />
    </main>
  );
}
