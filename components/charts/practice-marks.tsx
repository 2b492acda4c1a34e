"use client";

import { type PracticeState, practicePaths, restWidth } from "@/components/charts/practice-geometry";

type Props = {
  states: readonly PracticeState[];
  /** The finding in words; null when the words stand beside the marks. */
  label: string | null;
  /** Square in the practice, round in the portal. */
  shape?: "square" | "round";
  /** Side of a mark and distance between centres, in pixels. */
  size?: number;
  pitch?: number;
  /** Index of today, which gets a ring. */
  today?: number | undefined;
  /** A letter under each mark, such as the days of the week. */
  letters?: readonly string[] | undefined;
};

export function PracticeMarks({ states, label, shape = "square", size = 20, pitch = 34, today, letters }: Props) {
  const paths = practicePaths(states, { size, pitch, round: shape === "round", today });
  const width = states.length * pitch;
  const height = letters ? pitch + 16 : pitch;
  return (
    <svg
      className="practice"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={label === null ? undefined : "img"}
      aria-label={label ?? undefined}
      aria-hidden={label === null ? true : undefined}
    >
      {paths.rest && <path className="rest" strokeWidth={restWidth(size)} d={paths.rest} />}
      {paths.open && <path className="open" d={paths.open} />}
      {paths.skipped && <path className="fill-none stroke-ink-2 stroke-[1.25]" d={paths.skipped} />}
      {paths.triedEdge && <path className="tried-edge" d={paths.triedEdge} />}
      {paths.done && <path className="done" d={paths.done} />}
      {paths.today && <path className="today" d={paths.today} />}
      {letters?.map((letter, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: days repeat their letter and never move
        <text key={index} className="txt mid" x={pitch * (index + 0.5)} y={pitch + 11}>
          {letter}
        </text>
      ))}
    </svg>
  );
}

const words: Record<PracticeState, string> = {
  done: "done",
  tried: "tried, stopped early",
  skipped: "left out, with a reason",
  unlogged: "planned, not logged",
  planned: "planned",
  rest: "not planned",
};

export function PracticeLegend({ states }: { states: readonly PracticeState[] }) {
  return (
    <p className="[&_svg]:flex-none flex gap-y-1 gap-x-4 mt-2.5 mb-10 flex-wrap text-ink-2 text-small">
      {states.map((state) => (
        <span className="inline-flex gap-1.5 items-center" key={state}>
          <PracticeMarks states={[state]} label={null} size={18} pitch={20} />
          {words[state]}
        </span>
      ))}
      <span className="inline-flex gap-1.5 items-center">
        <PracticeMarks states={["planned"]} label={null} size={14} pitch={24} today={0} />
        today
      </span>
    </p>
  );
}
