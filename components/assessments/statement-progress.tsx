import { bar } from "@/components/charts/geometry";
import { Icon } from "@/components/ui/icon";

/** Segments, one per statement: done, this one, to come. No percentage and no clock. */
export function StatementProgress({ number, of, saved }: { number: number; of: number; saved: string }) {
  const segment = (index: number) => bar(index * 10, 0, 8, 5);
  const run = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => segment(from + index)).join("");
  return (
    <div className="pt-0.5 px-5">
      <p data-progress className="flex gap-4 mb-1.75 justify-between text-ink-2 text-body">
        <span>
          <b className="text-ink">{number}</b> of {of}
        </span>
        <span className="inline-flex gap-1.25 items-center min-h-5.5" role="status">
          {saved === "Saved" && <Icon name="check" small />}
          {saved}
        </span>
      </p>
      <div
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={number}
        aria-valuetext={`Statement ${number} of ${of}`}
        aria-label="Statements"
      >
        <svg
          className="w-full"
          viewBox={`0 0 ${of * 10 - 2} 5`}
          height="5"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path className="fill-primary forced-colors:fill-[Highlight]" d={run(0, number - 1)} />
          <path className="fill-ink forced-colors:fill-[CanvasText]" d={run(number - 1, number)} />
          <path className="fill-line forced-colors:fill-[GrayText]" d={run(number, of)} />
        </svg>
      </div>
    </div>
  );
}
