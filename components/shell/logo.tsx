/** Filled: now. Open: wished. They nearly touch. */
export function Logo({ width = 40 }: { width?: number }) {
  return (
    <svg className="logo" width={width} height={width * 0.6} viewBox="0 0 40 24" aria-hidden="true">
      <circle className="dot" cx="11" cy="12" r="10" />
      <circle className="rim" cx="30" cy="12" r="8.5" />
    </svg>
  );
}
