import { limits } from "@/lib/limits";
import { After, Before, eitherWay, type GuideProps } from "../../_components/common";
import { Echo } from "../../_components/echo";
import { FeelingPicker } from "../../_components/feeling-picker";
import { Guide } from "../../_components/guide";
import { GuideTextarea } from "../../_components/guide-fields";

/** Find the word for a feeling, and stay with it for a breath. */
export function NameOneFeeling({ frame, instructions, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        { title: "Before you begin", body: <Before instructions={instructions} /> },
        {
          title: "What do you feel right now?",
          body: (
            <>
              <FeelingPicker />
              <p className="text-ink-2">Finding the word in your mind is enough. You can leave this open.</p>
            </>
          ),
        },
        {
          title: "Stay with it for a breath",
          body: (
            <>
              <Echo field="feeling" label="Your word" />
              <p className="reading">
                Say to yourself: “Right now I feel …, and that is allowed.” Breathe out slowly. Nothing has to be done
                about it.
              </p>
              <GuideTextarea
                id="sentence"
                label="A sentence about it, if you like"
                placeholder="Today I feel a bit left out."
                rows={2}
                maxLength={limits.sentence}
              />
            </>
          ),
        },
        { title: "How was it?", body: <After reader={reader} /> },
      ]}
    />
  );
}
