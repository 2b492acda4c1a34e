import { Timer } from "@/components/portal/timer";
import { limits } from "@/lib/limits";
import { After, Before, eitherWay, type GuideProps } from "../_components/common";
import { Echo } from "../_components/echo";
import { Guide } from "../_components/guide";
import { GuideTextarea } from "../_components/guide-fields";

/** Say it, take twenty minutes with a promise to return, and come back. */
export function NameTheFear({ frame, instructions, partner, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        {
          title: "Find the sentence",
          body: (
            <>
              <Before instructions={instructions} />
              <GuideTextarea
                id="sentence"
                label="What you will say"
                hint="What you are afraid of, that you need twenty minutes, and that you are not leaving."
                placeholder="I’m scared of being swallowed up. I need twenty minutes alone, and I’m not leaving."
                rows={3}
                maxLength={limits.sentence}
              />
              <GuideTextarea
                id="returnPromise"
                label="Your promise to return"
                hint="Where you will be, and what you will do when you are back."
                placeholder="I’ll be in the garden, and then I’ll come and sit with you."
                rows={2}
                maxLength={limits.promise}
              />
            </>
          ),
        },
        {
          title: "Say it, then take your time",
          body: (
            <>
              <Echo field="sentence" label={`Say to ${partner}`} />
              <Echo field="returnPromise" label="And promise" />
              <Timer
                minutes={20}
                storageKey={`timer-${frame.id}`}
                words={{
                  start: "Start twenty minutes",
                  stop: "I’m ready to go back",
                  over: "Twenty minutes are over. When you are ready, say: I’m back.",
                  stopped: "When you are ready, say: I’m back.",
                }}
              />
              <p className="text-ink-2">
                Slow breaths, a walk, cold water on your hands. The minutes go on with the screen dark. Left alone that
                long, Nearer may ask you to sign in again; what you wrote is kept.
              </p>
            </>
          ),
        },
        {
          title: "I’m back",
          body: (
            <>
              <GuideTextarea
                id="comingBack"
                label="How was it to come back?"
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
