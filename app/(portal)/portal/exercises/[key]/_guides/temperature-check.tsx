import { limits } from "@/lib/limits";
import { After, Before, type GuideProps, Told } from "../_components/common";
import { Guide } from "../_components/guide";
import { GuideScale, GuideTextarea } from "../_components/guide-fields";

/** A number, told or not yet, and what came back. */
export function TemperatureCheck({ frame, instructions, partner, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={[{ label: "Save" }]}
      steps={[
        { title: "Before you say it", body: <Before instructions={instructions} /> },
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
          title: "Say the number",
          body: (
            <>
              <p className="reading">
                You could say: “Right now I’m at a …, and I wanted you to know.” A low number needs no defence, and a
                high one no promise.
              </p>
              <Told partner={partner} legend={`Have you told ${partner}?`} />
              <GuideTextarea
                id="said"
                label={`What ${partner} said, if anything`}
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
