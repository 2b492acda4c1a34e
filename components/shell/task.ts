/** One thing of a page of the portal: under an ink rule, its words set off from what there is to do. */
export const task = [
  "border-t-[1.5px] border-ink pt-4 [&>p:last-child]:mb-0!",
  "[&>p:not(.reading)]:mt-1 [&>p:not(.reading)]:mb-3.5 [&>p:not(.reading)]:text-ink-2",
].join(" ");
