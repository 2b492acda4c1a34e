export function SkipLink({ to = "main", children }: { to?: string; children: string }) {
  return (
    <a className="look-skip" href={`#${to}`}>
      {children}
    </a>
  );
}
