import type { ReactNode } from "react";

const bar = [
  "h-2.5 w-full appearance-none overflow-hidden rounded-mark border border-edge bg-paper forced-colors:appearance-auto",
  "[&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-primary [&::-moz-progress-bar]:bg-primary",
].join(" ");

type Props = { id: string; label: string; done: number; total: number; children: ReactNode };

/** How far something is that a worker makes, in words and as a bar. */
export function ProgressLine({ id, label, done, total, children }: Props) {
  return (
    <div className="grid max-w-105 gap-1.5" role="status">
      <label className="text-small" htmlFor={`progress-${id}`}>
        {label}
      </label>
      <progress id={`progress-${id}`} className={bar} value={done} max={Math.max(1, total)} />
      <p className="text-small">{children}</p>
    </div>
  );
}
