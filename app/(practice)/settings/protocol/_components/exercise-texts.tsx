import { Section } from "@/components/ui/section";
import { clientWords } from "@/lib/protocol/client-words";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { type ExerciseWords, exerciseIn, hasOwnSteps } from "@/lib/protocol/own-steps";
import { aboutMinutes } from "@/lib/time/minutes";

/** Each exercise as a client will read it, with what it is for. */
export function ExerciseTexts({ version }: { version: ProtocolVersion }) {
  return (
    <Section id="texts" title="As a client reads it">
      {version.exercises.map((exercise) => (
        <div className="[&>p]:mt-1 py-3 border-b border-line" key={exercise.key}>
          <Text {...exerciseIn(exercise, "shared")} />
          {hasOwnSteps(exercise) ? (
            <details>
              <summary>As own steps</summary>
              <Text {...exerciseIn(exercise, "own")} />
            </details>
          ) : null}
        </div>
      ))}
    </Section>
  );
}

function Text({ title, instructions, minutes, purpose }: ExerciseWords) {
  return (
    <>
      <h3>
        {title}, {aboutMinutes(minutes)}
      </h3>
      <p className="reading">{clientWords(instructions, null)}</p>
      <p className="text-ink-2 text-small">For you: {purpose}</p>
    </>
  );
}
