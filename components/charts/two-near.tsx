import { nearReach } from "@/components/charts/near-dots";

type Props = { left: number; right: number; label: string };

/** Two people on either side of one line: the higher the number, the nearer to it. Neither is measured by the other. */
export function TwoNear({ left, right, label }: Props) {
  const [from, to] = [160 - nearReach(left), 160 + nearReach(right)];
  return (
    <svg
      className="mx-auto block max-w-full"
      width="320"
      height="72"
      viewBox="0 0 320 72"
      role="img"
      aria-label={label}
    >
      <path className="stroke-edge" d="M160 8V64" strokeDasharray="2 4" />
      <path className="stroke-primary stroke-2" d={`M${from} 36H160M160 36H${to}`} />
      <circle className="fill-primary" cx={from} cy="36" r="14" />
      <circle className="fill-paper stroke-primary stroke-3" cx={to} cy="36" r="14" />
    </svg>
  );
}
