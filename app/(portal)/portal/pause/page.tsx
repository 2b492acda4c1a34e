import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { getExerciseGround } from "@/db/queries/exercise-access";
import { exerciseAccess, pauseExercise } from "@/lib/domain/protocol/exercise-access";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { QuietTimer } from "./_components/quiet-timer";

export const metadata: Metadata = { title: "A pause" };

/** Naming the fear where that is open; otherwise twenty quiet minutes for oneself, which nothing ever closes. */
export default async function PausePage() {
  const { data: key } = await loadForClient(async (scope) => {
    const { version, standing, gate, openSafetyEvent } = await getExerciseGround(scope);
    const exercise = version && pauseExercise(version);
    if (!exercise || !standing) return null;
    return exerciseAccess(version, standing.path, exercise.key, gate, openSafetyEvent)?.open ? exercise.key : null;
  });
  if (key) redirect(`/portal/exercises/${key}` as Route);
  return (
    <PortalPage>
      <section className="hello">
        <h1>A pause</h1>
        <p className="read">
          Twenty minutes for you alone. Breathe slowly, walk a little, hold something cold. Nothing is written down, and
          nobody is told.
        </p>
      </section>
      <QuietTimer />
      <div className="row">
        <LinkButton href={"/portal" as Route}>Back to today</LinkButton>
      </div>
    </PortalPage>
  );
}
