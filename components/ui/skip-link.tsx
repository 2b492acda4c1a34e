export function SkipLink({ to = "main", children }: { to?: string; children: string }) {
  return (
    <a
      className="absolute top-0 left-2 z-9 py-2.75 px-4 [transform:translateY(-105%)] max-w-[calc(100%_-_16px)] rounded-control bg-ink text-paper [font-weight:inherit] [font-size:inherit] leading-[inherit] [font-family:inherit] focus:top-2 focus:[transform:none] print:hidden"
      href={`#${to}`}
    >
      {children}
    </a>
  );
}
