/** The way out, told from every other button: ink around paper, and no change under a pointer. */
export const leavingLook = [
  "inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-control border border-ink bg-paper px-4 py-1",
  "text-center font-semibold text-ink max-tiny:px-2.5 portal:text-base print:hidden",
].join(" ");
