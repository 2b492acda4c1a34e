import { Timer } from "@/components/portal/timer";
import { warmthWays } from "@/lib/exercises/own-detail";
import { limits } from "@/lib/limits";
import { After, Before, eitherWay, type GuideProps, Ways } from "../../_components/common";
import { Guide } from "../../_components/guide";
import { GuideTextarea } from "../../_components/guide-fields";

/** A kind of warmth, a set-up, ten minutes that can end at any time, and how it felt. */
export function TenMinutesOfWarmth({ frame, instructions, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        {
          title: "Choose your warmth",
          body: (
            <>
              <Before instructions={instructions} />
              <Ways legend="What would be pleasant now?" ways={warmthWays} />
              <p className="text-ink-2">If touch is not pleasant today, choose warmth without it. Both are whole.</p>
            </>
          ),
        },
        {
          title: "Make it easy",
          body: (
            <ul className="reading grid gap-2.5 mt-3.5 pl-[1.2em] list-disc">
              <li>Sit or lie in a way that needs no effort. Nothing has to look right.</li>
              <li>Let your shoulders drop, and feel where the warmth is.</li>
              <li>When your thoughts wander off, come back to the warmth. That is the practice.</li>
              <li>The phone sounds softly when the minutes are over. Change anything, at any time.</li>
            </ul>
          ),
        },
        {
          title: "Ten minutes",
          body: (
            <Timer
              minutes={10}
              storageKey={`timer-${frame.id}`}
              countInto="secondsDone"
              words={{
                start: "Start ten minutes",
                stop: "Stop",
                over: "Ten minutes are over. Take your time.",
                stopped: "You stopped. That is always all right.",
              }}
            />
          ),
        },
        {
          title: "How was it?",
          body: (
            <>
              <GuideTextarea
                id="felt"
                label="How did it feel, in your body? Write it if you like"
                hint="Warm, stiff, sleepy, far away: whatever it was."
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
