import { Timer } from "@/components/portal/timer";
import { limits } from "@/lib/limits";
import { After, Before, eitherWay, type GuideProps } from "../_components/common";
import { Guide } from "../_components/guide";
import { GuideCheckbox, GuideTextarea } from "../_components/guide-fields";

/** Both willing, a set-up, ten minutes that either may end, and how it felt. */
export function TenMinuteCuddle({ frame, instructions, partner, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        {
          title: "Ask each other first",
          body: (
            <>
              <Before instructions={instructions} />
              <GuideCheckbox
                id="bothWilling"
                value="yes"
                label="We both want to do this now"
                sub="A shrug is a no. Another day is as good as today."
              />
            </>
          ),
        },
        {
          title: "Make it easy",
          body: (
            <ul className="reading grid gap-2.5 mt-3.5 pl-[1.2em] list-disc">
              <li>Choose how: side by side, leaning, a hand on a shoulder. Clothes on.</li>
              <li>Agree that it leads nowhere else, and say so out loud.</li>
              <li>Agree on a word or a sign that means stop. It needs no reason, from either of you.</li>
              <li>
                Put the phone out of sight. It sounds softly when the minutes are over, or not at all if you choose so.
              </li>
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
              needs={{
                field: "bothWilling",
                sentence: `The timer starts when you and ${partner} both want to. You can say so in the first step.`,
              }}
              words={{
                start: "Start ten minutes",
                stop: "Stop",
                over: "Ten minutes are over. Take your time to let go.",
                stopped: "You stopped. That is always all right, and nobody has to say why.",
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
                label="How did it feel, in your body?"
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
