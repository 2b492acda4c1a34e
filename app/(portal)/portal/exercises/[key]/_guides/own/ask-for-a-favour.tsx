import { favourWays } from "@/lib/exercises/own-detail";
import { limits } from "@/lib/limits";
import { After, AnxietyBefore, eitherWay, type GuideProps, Ways } from "../../_components/common";
import { Echo } from "../../_components/echo";
import { Guide } from "../../_components/guide";
import { GuideTextarea } from "../../_components/guide-fields";

/** A prediction, something made easier, and what came of it. */
export function EasierForMyself({ frame, instructions, reader }: GuideProps) {
  return (
    <Guide
      frame={frame}
      finish={eitherWay}
      steps={[
        {
          title: "Choose what may be easier",
          body: (
            <>
              <p className="reading">{instructions}</p>
              <Ways legend="Which way suits today?" ways={favourWays} />
              <GuideTextarea
                id="favour"
                label="What it will be, if you like to write it down"
                hint="Small is the point: something that takes a minute or two."
                rows={2}
                maxLength={limits.favour}
              />
            </>
          ),
        },
        {
          title: "What do you expect?",
          body: (
            <>
              <Echo field="favour" label="You chose" />
              <p className="reading">
                Ask yourself what will happen, or what you will think of yourself. Take the first thing that comes, also
                if it is bleak.
              </p>
              <GuideTextarea
                id="expected"
                label="What you expect, if you like to write it"
                rows={3}
                maxLength={limits.exerciseWords}
              />
              <AnxietyBefore />
            </>
          ),
        },
        {
          title: "Let it be easier",
          body: (
            <>
              <Echo field="favour" label="You chose" />
              <p className="reading">
                Do it once, without making up for it afterwards. If you ask somebody, a no or a later is an answer too.
                This page waits. Come back when it is done.
              </p>
            </>
          ),
        },
        {
          title: "What happened?",
          body: (
            <>
              <Echo field="expected" label="You expected" />
              <p className="reading">Look at the two together: what you expected, and what came.</p>
              <GuideTextarea
                id="happened"
                label="What happened, if you like"
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
