import { limits } from "@/lib/limits";
import { After, Before, eitherWay, type GuideProps } from "../../_components/common";
import { Echo } from "../../_components/echo";
import { Guide } from "../../_components/guide";
import { GuideField } from "../../_components/guide-fields";
import { Ideas } from "../../_components/ideas";

/** Pick something new, and be a beginner at it for a while. */
export function LearnAlone({ frame, instructions, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        {
          title: "Pick something new",
          body: (
            <>
              <Before instructions={instructions} />
              <Ideas form="own" label="What will you try? Write it if you like" />
            </>
          ),
        },
        {
          title: "Begin lightly",
          body: (
            <>
              <Echo field="pick" label="You picked" />
              <p className="reading">
                Twenty minutes is enough, now or later today. This page waits. Come back when you have tried it.
              </p>
              <GuideField
                id="plan"
                label="When, and what you need for it, if you like"
                maxLength={limits.meetingPlan}
              />
            </>
          ),
        },
        { title: "How was it?", body: <After reader={reader} /> },
      ]}
    />
  );
}
