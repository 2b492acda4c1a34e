import { limits } from "@/lib/limits";
import { After, Before, eitherWay, type GuideProps } from "../../_components/common";
import { Guide } from "../../_components/guide";
import { GuideScale, GuideTextarea } from "../../_components/guide-fields";

/** A number read for oneself, and a breath with it. */
export function OwnTemperature({ frame, instructions, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        { title: "Before you read it", body: <Before instructions={instructions} /> },
        {
          title: "Your number right now",
          body: (
            <>
              <GuideScale
                name="score"
                legend="How connected do you feel right now?"
                from={1}
                to={10}
                ends={{ low: "Far away", high: "Very close" }}
              />
              <p className="text-ink-2">
                It is today’s check too, so Today does not ask again. Nobody gets a mark for it.
              </p>
            </>
          ),
        },
        {
          title: "Let the number be",
          body: (
            <>
              <p className="reading">
                Say to yourself: “Right now I’m at a …, and that is how it is today.” A low number needs no repair, and
                a high one no promise. Breathe out once, slowly.
              </p>
              <GuideTextarea
                id="said"
                label="What belongs to the number, if you like"
                rows={2}
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
