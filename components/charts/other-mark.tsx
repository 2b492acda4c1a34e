/** A check on another record of the same person: an open diamond, so that shape and not colour tells it apart. */
export function OtherMark({ x, y }: { x: number; y: number }) {
  return <path className="fill-paper stroke-ink-2 stroke-[1.5]" d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`} />;
}
