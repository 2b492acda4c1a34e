import type { Metadata } from "next";
import { NotADistanceMove } from "@/components/portal/not-a-distance-move";
import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getExerciseGround } from "@/db/queries/exercises/exercise-access";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { exerciseAccess, pauseExercise } from "@/lib/protocol/exercise-access";
import { loadForClient } from "@/server/load";
import { NotSafeNow } from "../../_shell/not-safe-now";
import { PortalPage } from "../../_shell/portal-page";
import { QuietTimer } from "./_components/quiet-timer";
import "../../../portal.css";
import { atOnce } from "@/lib/at-once";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "A pause" };

const steps = [
  "Put both feet on the floor and let your shoulders drop.",
  "Breathe in while you count to four, and out while you count to six. Five times.",
  "Look around and name five things that you can see.",
];

/** The key of the exercise that says it out loud, where that is open. */
async function openPause(scope: Parameters<typeof getExerciseGround>[0]): Promise<string | null> {
  const { version, standing, shared, areAway } = await getExerciseGround(scope);
  const exercise = version && pauseExercise(version);
  if (!exercise || !standing) return null;
  return exerciseAccess(version, standing.path, exercise.key, shared, areAway)?.open ? exercise.key : null;
}

/** One fits somebody who wants to come back, another somebody who would rather say as little as they can. */
const sayings = [
  "“I need twenty minutes for myself.”",
  "“I have a headache and want to lie down for a while.”",
  "“I’m going to get some air.”",
  "“I need a moment alone, and I am coming back.”",
];

/** Twenty quiet minutes, which nothing closes and nobody has to write for. */
export default async function PausePage() {
  const { data } = await loadForClient((scope) =>
    atOnce({ key: openPause(scope), help: getOwnHelp(scope), people: getOwnPeople(scope) }),
  );
  const { key } = data;
  return (
    <PortalPage afterwards="works">
      <section className="desk:col-span-full">
        <h1>A pause</h1>
        <p className="reading mt-2">Twenty minutes for you alone. Nothing is written down, and nobody is told.</p>
        <ol className="reading grid gap-2.5 mt-3.5 pl-[1.2em] list-decimal">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="reading mt-3.5">If somebody is with you, you can say nothing, or one of these:</p>
        <ul className="reading grid gap-2.5 mt-3.5 pl-[1.2em] list-disc">
          {sayings.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <NotADistanceMove />
      </section>
      <QuietTimer />
      <p className="text-ink-2">Left alone that long, Nearer may ask you to sign in again.</p>
      {key ? (
        <section className={task}>
          <h2>If you want to look at it closer</h2>
          <p>A few minutes to put what frightens you into words.</p>
          <LinkButton href={paths.portal.exercise(key)}>Find the words</LinkButton>
        </section>
      ) : null}
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href="/portal">Back to today</LinkButton>
        <NotSafeNow help={data.help} therapistName={data.people.therapistName} />
      </div>
    </PortalPage>
  );
}
