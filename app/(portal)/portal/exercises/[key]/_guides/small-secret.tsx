import { limits } from "@/lib/limits";
import { After, AnxietyBefore, eitherWay, type GuideProps, Size } from "../_components/common";
import { Echo } from "../_components/echo";
import { Guide } from "../_components/guide";
import { GuideField, GuideTextarea } from "../_components/guide-fields";

/** Size it, find the words, choose the moment, and write down what happened. */
export function SmallSecret({ frame, instructions, partner, reader, therapist }: GuideProps) {
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
              <Size
                legend="How big does it feel to you?"
                small="A little awkward, no more: a song, a nickname, a thing you were proud of."
                medium="It makes your heart go faster: an old worry, something you wished for."
              />
              <p className="text-ink-2">Bigger than that? Keep it for a session with {therapist}. It will wait.</p>
            </>
          ),
        },
        {
          title: "Find the words",
          body: (
            <>
              <GuideTextarea
                id="plan"
                label="How will you begin?"
                hint="A first sentence is enough. Keep the rest to yourself if you like: this page does not need it."
                placeholder="There’s something about me that you don’t know yet."
                rows={3}
                maxLength={limits.exerciseWords}
              />
              <AnxietyBefore />
            </>
          ),
        },
        {
          title: "Choose the moment",
          body: (
            <>
              <Echo field="plan" label="You will begin with" />
              <GuideField
                id="moment"
                label="When would be a calm moment?"
                hint="Both fed, nobody on the way out, no argument in the air."
                maxLength={limits.moment}
              />
              <p className="reading">Say it, then let it be quiet for a breath. Come back here when you have.</p>
            </>
          ),
        },
        {
          title: "What happened?",
          body: (
            <>
              <GuideTextarea
                id="happened"
                label={`What did ${partner} say or do?`}
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
