import { Timer } from "@/components/portal/timer";
import { limits } from "@/lib/limits";
import { After, Before, eitherWay, type GuideProps } from "../../_components/common";
import { Echo } from "../../_components/echo";
import { Guide } from "../../_components/guide";
import { GuideTextarea } from "../../_components/guide-fields";

/** Name it, take twenty minutes that nobody has to be told about, and look at what is left of it. */
export function NameTheFearForMyself({ frame, instructions, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        {
          title: "Find the words",
          body: (
            <>
              <Before instructions={instructions} />
              <p className="reading">Say it in your mind: “I’m afraid of …, and I am taking twenty minutes.”</p>
              <GuideTextarea
                id="sentence"
                label="What you are afraid of, if you like to write it"
                placeholder="I’m scared of being swallowed up."
                rows={3}
                maxLength={limits.sentence}
              />
            </>
          ),
        },
        {
          title: "Take your time",
          body: (
            <>
              <Echo field="sentence" label="What you named" />
              <Timer
                minutes={20}
                storageKey={`timer-${frame.id}`}
                words={{
                  start: "Start twenty minutes",
                  stop: "That was enough",
                  over: "Twenty minutes are over. Take your time.",
                  stopped: "Take your time.",
                }}
              />
              <p className="text-ink-2">
                Slow breaths, something warm, cold water on your hands. The minutes go on with the screen dark. Left
                alone that long, Nearer may ask you to sign in again; what you wrote is kept.
              </p>
            </>
          ),
        },
        {
          title: "What is it like now?",
          body: (
            <>
              <GuideTextarea
                id="comingBack"
                label="What is left of the fear, if you like"
                hint="Smaller, the same, somewhere else in the body: whatever it is."
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
