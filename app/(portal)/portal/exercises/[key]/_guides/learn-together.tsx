import { limits } from "@/lib/limits";
import { After, Before, eitherWay, type GuideProps } from "../_components/common";
import { Echo } from "../_components/echo";
import { Guide } from "../_components/guide";
import { GuideField } from "../_components/guide-fields";
import { Ideas } from "../_components/ideas";

/** Pick something neither can do, plan it lightly, and be beginners side by side. */
export function LearnTogether({ frame, instructions, partner, reader }: GuideProps) {
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
              <Ideas form="shared" label={`What will you and ${partner} try?`} />
            </>
          ),
        },
        {
          title: "Plan it lightly",
          body: (
            <>
              <Echo field="pick" label="You picked" />
              <GuideField
                id="plan"
                label="When, and what do you need for it?"
                hint="Twenty minutes is enough."
                maxLength={limits.meetingPlan}
              />
              <p className="reading">Your plan stays here. Come back when you have tried it.</p>
            </>
          ),
        },
        { title: "How was it?", body: <After reader={reader} /> },
      ]}
    />
  );
}
