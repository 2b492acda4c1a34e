import { limits } from "@/lib/limits";
import { After, Before, type GuideProps, Told } from "../_components/common";
import { Echo } from "../_components/echo";
import { FeelingPicker } from "../_components/feeling-picker";
import { Guide } from "../_components/guide";
import { GuideTextarea } from "../_components/guide-fields";

/** Find the word, make a sentence of it, and tell it or not yet. */
export function OneRealFeeling({ frame, instructions, partner, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={[{ label: "Save" }]}
      steps={[
        { title: "Before you begin", body: <Before instructions={instructions} /> },
        { title: "What do you feel right now?", body: <FeelingPicker /> },
        {
          title: "Put it in a sentence",
          body: (
            <>
              <Echo field="feeling" label="Your word" />
              <GuideTextarea
                id="sentence"
                label={`What you could say to ${partner}`}
                hint="One sentence is enough. You need not explain it."
                placeholder="Today I feel a bit left out."
                rows={3}
                maxLength={limits.sentence}
              />
            </>
          ),
        },
        {
          title: "Tell it, when you are ready",
          body: (
            <>
              <Echo field="sentence" label="Your sentence" />
              <Told partner={partner} legend={`Have you told ${partner}?`} />
              <After reader={reader} />
            </>
          ),
        },
      ]}
    />
  );
}
