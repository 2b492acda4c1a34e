import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import type { ComponentProps } from "react";
import { NotADistanceMove } from "@/components/portal/not-a-distance-move";
import { LinkButton } from "@/components/ui/link-button";
import { getExercisePage } from "@/db/queries/exercises/exercise-page";
import type { SwapNews } from "@/db/queries/exercises/swap-news";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { nothingGiven } from "@/lib/drafts/draft";
import { NotFound } from "@/lib/errors";
import { skipReasons, skipReasonsOf } from "@/lib/exercises/attempt";
import { namesTouchOrFavour } from "@/lib/exercises/distance-moves";
import { firstNameOf } from "@/lib/first-name";
import { clientWords, partnerOf } from "@/lib/protocol/client-words";
import { NOT_PLANNED } from "@/lib/protocol/exercise-access";
import { keySchema } from "@/lib/stable-key";
import { aboutMinutes } from "@/lib/time/minutes";
import { loadForClient } from "@/server/load";
import { PauseDock } from "../../../_shell/pause-dock";
import { PortalPage } from "../../../_shell/portal-page";
import { AskedSwaps, TakeBack } from "../../_components/asked-swaps";
import type { GuideFrame } from "./_components/guide";
import { NotToday } from "./_components/not-today";
import { guides } from "./_guides/guides";
import { record, skip, swap } from "./actions";
import "../../../../portal.css";
import { atOnce } from "@/lib/at-once";

export const metadata: Metadata = { title: "Today’s exercise" };

type Props = { params: Promise<{ key: string }> };

export default async function ExercisePage({ params }: Props) {
  const { key: place } = await params;
  const { data, session } = await loadForClient(async (scope) => {
    const known = keySchema.safeParse(place);
    if (!known.success) throw new NotFound();
    const { page, words } = await atOnce({ page: getExercisePage(scope, known.data), words: getOwnWords(scope) });
    return { ...page, words, now: scope.now };
  });
  if (!data.open) return <Closed place={data.exercise.key} help={data.help} therapistName={data.therapistName} />;
  const { exercise, form, draft } = data;
  const Guided = guides[form][exercise.page];
  const therapist = firstNameOf(data.therapistName);
  const frame: GuideFrame = {
    id: randomUUID(),
    exerciseKey: exercise.key,
    page: exercise.page,
    form,
    draft: draft ?? nothingGiven,
    record,
  };
  return (
    <PortalPage layout="with-side">
      <section className="desk:col-span-full">
        <h1>{exercise.title}</h1>
        <p className="mt-2 text-ink-2">
          {aboutMinutes(exercise.minutes, true)}. You can stop at any time, and come back.
        </p>
      </section>
      <div className="max-desk:contents desk:grid desk:gap-12 desk:content-start desk:min-w-0">
        {namesTouchOrFavour(exercise.page) ? <NotADistanceMove /> : null}
        <Guided
          frame={frame}
          exercise={exercise}
          instructions={clientWords(exercise.instructions, data.partnerName)}
          partner={partnerOf(data.partnerName)}
          reader={data.reader}
          therapist={therapist}
        />
        <NotToday
          ids={{ skip: randomUUID(), swap: randomUUID() }}
          exerciseKey={exercise.key}
          form={form}
          reasons={skipReasonsOf[form].map((value) => ({ value, label: skipReasons[value] }))}
          therapist={therapist}
          skip={skip}
          swap={swap}
          asked={data.swap && !data.swap.answer ? <Asked swap={data.swap} therapist={therapist} /> : null}
        />
      </div>
      <div className="max-desk:contents desk:grid desk:gap-9 desk:content-start">
        <PauseDock place={exercise.key} help={data.help} therapistName={data.therapistName} />
        {data.swap?.answer ? (
          <AskedSwaps
            swaps={[data.swap]}
            therapist={therapist}
            now={data.now}
            zone={session.actor.zone}
            words={data.words}
          />
        ) : null}
      </div>
    </PortalPage>
  );
}

/** A wish that waits closes nothing: the exercise stays where it is. */
function Asked({ swap, therapist }: { swap: SwapNews; therapist: string }) {
  return (
    <div className="grid gap-4">
      <p>
        You asked for another exercise, and {therapist} has it. You can go on with this one meanwhile, or leave it out.
      </p>
      <TakeBack requestId={swap.requestId} />
    </div>
  );
}

/** The same page whatever the reason: another week, a pause, before the start or after the end. */
function Closed(dock: ComponentProps<typeof PauseDock>) {
  return (
    <PortalPage layout="with-side">
      <section className="desk:col-span-full">
        <h1>Not in your plan now</h1>
        <p className="reading">{NOT_PLANNED}</p>
      </section>
      <div className="max-desk:contents desk:grid desk:gap-12 desk:content-start desk:min-w-0">
        <div className="flex gap-2.5 flex-wrap items-center">
          <LinkButton href="/portal">Back to today</LinkButton>
        </div>
      </div>
      <div className="max-desk:contents desk:grid desk:gap-9 desk:content-start">
        <PauseDock {...dock} />
      </div>
    </PortalPage>
  );
}
