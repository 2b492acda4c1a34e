import { Section } from "@/components/ui/section";
import { clientWords } from "@/lib/domain/protocol/client-words";
import type { ProtocolVersion } from "@/lib/domain/protocol/definition";
import { aboutMinutes } from "@/lib/domain/time/minutes";

/** Each exercise as a client will read it, with what it is for. */
export function ExerciseTexts({ version }: { version: ProtocolVersion }) {
  return (
    <Section id="texts" title="As a client reads it">
      {version.exercises.map(({ key, title, instructions, minutes, purpose }) => (
        <div className="exercise-text" key={key}>
          <h3>
            {title}, {aboutMinutes(minutes)}
          </h3>
          <p className="read">{clientWords(instructions, null)}</p>
          <p className="sm sec">For you: {purpose}</p>
        </div>
      ))}
    </Section>
  );
}
