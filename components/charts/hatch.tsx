/** Slanting lines, for what would be a third colour. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path className="fill-(--ground,var(--color-paper))" d="M0 0h5v5h-5Z" />
      <path className="fill-ink-2" d="M0 0h2.2v5h-2.2Z" />
    </pattern>
  );
}
