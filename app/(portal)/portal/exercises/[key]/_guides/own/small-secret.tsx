import { truthWays } from "@/lib/exercises/own-detail";
import { limits } from "@/lib/limits";
import { After, AnxietyBefore, eitherWay, type GuideProps, Ways } from "../../_components/common";
import { Echo } from "../../_components/echo";
import { Guide } from "../../_components/guide";
import { GuideTextarea } from "../../_components/guide-fields";

/** Something small and true, in words, to oneself or to somebody safe. */
export function OneTrueThing({ frame, instructions, reader, therapist }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        {
          title: "Choose something small",
          body: (
            <>
              <p className="reading">{instructions}</p>
              <AnxietyBefore />
              <p className="text-ink-2">Bigger than that? Keep it for a session with {therapist}. It will wait.</p>
            </>
          ),
        },
        {
          title: "Find the words",
          body: (
            <>
              <Ways legend="How will you say it?" ways={truthWays} />
              <GuideTextarea
                id="plan"
                label="The words, if you like to write them here"
                hint="This page does not need them: in your mind they are as true."
                placeholder="When I was nine, I was proud of …"
                rows={3}
                maxLength={limits.exerciseWords}
              />
            </>
          ),
        },
        {
          title: "Say it",
          body: (
            <>
              <Echo field="plan" label="Your words" />
              <p className="reading">
                Say it once, slowly. Then let it be quiet for a breath, and notice what your body does. Come back here
                when you have.
              </p>
            </>
          ),
        },
        {
          title: "What was it like?",
          body: (
            <>
              <GuideTextarea
                id="happened"
                label="What you noticed, if you like"
                rows={3}
                maxLength={limits.exerciseWords}
              />
              <After reader={reader} />
            </>
          ),
        },
      ]}
    />
  );
}
