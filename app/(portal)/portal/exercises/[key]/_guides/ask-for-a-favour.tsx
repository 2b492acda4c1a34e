import { limits } from "@/lib/limits";
import { After, AnxietyBefore, eitherWay, type GuideProps, Size } from "../_components/common";
import { Echo } from "../_components/echo";
import { Guide } from "../_components/guide";
import { GuideTextarea } from "../_components/guide-fields";

/** A prediction, the asking, and what came of it: the two stand side by side at the end. */
export function AskForAFavour({ frame, instructions, partner, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        {
          title: "Choose what to ask for",
          body: (
            <>
              <p className="reading">{instructions}</p>
              <Size
                legend="How big should it be?"
                small="A minute or two: passing something, posting a letter."
                medium="Some effort: a lift, half an hour, help with something you find hard."
              />
              <GuideTextarea
                id="favour"
                label={`What will you ask ${partner} for?`}
                rows={2}
                maxLength={limits.favour}
              />
            </>
          ),
        },
        {
          title: "What do you expect?",
          body: (
            <>
              <Echo field="favour" label="You will ask for" />
              <GuideTextarea
                id="expected"
                label="What do you think will happen when you ask?"
                hint="Write the first thing that comes, even if it is bleak. You will look at it again afterwards."
                rows={3}
                maxLength={limits.exerciseWords}
              />
              <AnxietyBefore />
            </>
          ),
        },
        {
          title: "Ask",
          body: (
            <>
              <Echo field="favour" label="Ask for" />
              <p className="reading">
                Say it plainly, once. {capital(partner)} may say yes, no or later: all three are answers. Your words
                stay here. Come back when you have asked.
              </p>
            </>
          ),
        },
        {
          title: "What happened?",
          body: (
            <>
              <Echo field="expected" label="You expected" />
              <GuideTextarea
                id="happened"
                label="What happened"
                hint="Only what could be seen and heard. Then look at the two together."
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

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
